INSERT INTO public.friends VALUES (1, 'a', '2001-01-01');
