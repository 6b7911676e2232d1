INSERT INTO public.friends VALUES (1, 'a', '2001-01-01');
INSERT INTO public.log VALUES ((1, 'a', '2001-01-01'), 1);
INSERT INTO public.places VALUES (1, 'x');
INSERT INTO public.split VALUES (1, 'x');
