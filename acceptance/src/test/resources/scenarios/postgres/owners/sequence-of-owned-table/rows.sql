INSERT INTO public.items VALUES ('a');
