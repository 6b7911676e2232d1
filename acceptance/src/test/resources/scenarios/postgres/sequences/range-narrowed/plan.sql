-- 1. ALTER sequence public.down
SELECT pg_catalog.setval('public.down'::pg_catalog.regclass, LEAST(GREATEST(last_value, -100), -50), last_value < -100 OR (is_called AND last_value BETWEEN -100 AND -50)) FROM public.down;
ALTER SEQUENCE public.down MAXVALUE -50 START WITH -50;

-- 2. ALTER sequence public.fresh
ALTER SEQUENCE public.fresh MINVALUE 1 MAXVALUE 110;
SELECT pg_catalog.setval('public.fresh'::pg_catalog.regclass, LEAST(GREATEST(last_value, 100), 110), last_value > 110 OR (is_called AND last_value BETWEEN 100 AND 110)) FROM public.fresh;
ALTER SEQUENCE public.fresh MINVALUE 100 MAXVALUE 110 START WITH 100;

-- 3. ALTER sequence public.full_up
SELECT pg_catalog.setval('public.full_up'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 10), last_value > 10 OR (is_called AND last_value BETWEEN 1 AND 10)) FROM public.full_up;
ALTER SEQUENCE public.full_up MAXVALUE 10;

-- 4. ALTER sequence public.up
SELECT pg_catalog.setval('public.up'::pg_catalog.regclass, LEAST(GREATEST(last_value, -100), 100), last_value > 100 OR (is_called AND last_value BETWEEN -100 AND 100)) FROM public.up;
ALTER SEQUENCE public.up INCREMENT BY 5 MINVALUE -100 MAXVALUE 100 START WITH -100;

-- 5. ALTER sequence public.within
SELECT pg_catalog.setval('public.within'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 100), last_value > 100 OR (is_called AND last_value BETWEEN 1 AND 100)) FROM public.within;
ALTER SEQUENCE public.within MAXVALUE 100;

-- 6. ALTER column public.t.id
SELECT pg_catalog.setval('public.t_id_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, -100), 100), last_value > 100 OR (is_called AND last_value BETWEEN -100 AND 100)) FROM public.t_id_seq;
ALTER TABLE public.t ALTER COLUMN id SET INCREMENT BY 5 SET MINVALUE -100 SET MAXVALUE 100 SET START WITH -100;

-- reverse

-- 1. ALTER sequence public.down
ALTER SEQUENCE public.down MAXVALUE -1 START WITH -1;

-- 2. ALTER sequence public.fresh
ALTER SEQUENCE public.fresh MINVALUE 1 MAXVALUE 110;
SELECT pg_catalog.setval('public.fresh'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 10), last_value > 10 OR (is_called AND last_value BETWEEN 1 AND 10)) FROM public.fresh;
ALTER SEQUENCE public.fresh MINVALUE 1 MAXVALUE 10 START WITH 1;

-- 3. ALTER sequence public.full_up
ALTER SEQUENCE public.full_up MAXVALUE 1000;

-- 4. ALTER sequence public.up
ALTER SEQUENCE public.up INCREMENT BY 10 MINVALUE -200 MAXVALUE 200 START WITH -200;

-- 5. ALTER sequence public.within
ALTER SEQUENCE public.within MAXVALUE 1000;

-- 6. ALTER column public.t.id
ALTER TABLE public.t ALTER COLUMN id SET INCREMENT BY 10 SET MINVALUE -200 SET MAXVALUE 200 SET START WITH -200;
