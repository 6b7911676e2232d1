INSERT INTO public.people VALUES (1, 'sad', (1, 'x'), 'abc', '[1,2)');
