INSERT INTO public.moves VALUES (1, 'a');
INSERT INTO public.split VALUES (1);
