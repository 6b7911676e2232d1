-- 1. ALTER sequence public.down
ALTER SEQUENCE public.down AS bigint MINVALUE -2147483648 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.down'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 9223372036854775807), last_value > 9223372036854775807 OR (is_called AND last_value BETWEEN 1 AND 9223372036854775807)) FROM public.down;
ALTER SEQUENCE public.down AS bigint INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1;

-- 2. ALTER sequence public.small
ALTER SEQUENCE public.small MINVALUE -9223372036854775808 MAXVALUE 2147483647;
SELECT pg_catalog.setval('public.small'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 2147483647), last_value > 2147483647 OR (is_called AND last_value BETWEEN 1 AND 2147483647)) FROM public.small;
ALTER SEQUENCE public.small AS integer INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1;

-- 3. ALTER sequence public.up
ALTER SEQUENCE public.up AS bigint MINVALUE -9223372036854775808 MAXVALUE 32767;
SELECT pg_catalog.setval('public.up'::pg_catalog.regclass, LEAST(GREATEST(last_value, -9223372036854775808), -1), last_value < -9223372036854775808 OR (is_called AND last_value BETWEEN -9223372036854775808 AND -1)) FROM public.up;
ALTER SEQUENCE public.up AS bigint INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1;

-- 4. ALTER column public.t.i, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN i TYPE bigint USING i::bigint;
ALTER SEQUENCE public.t_i_seq MINVALUE -9223372036854775808 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.t_i_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 9223372036854775807), last_value > 9223372036854775807 OR (is_called AND last_value BETWEEN 1 AND 9223372036854775807)) FROM public.t_i_seq;
ALTER TABLE public.t ALTER COLUMN i SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET START WITH 1;

-- 5. ALTER column public.t.n, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN n TYPE smallint USING n::smallint;
ALTER SEQUENCE public.t_n_seq MINVALUE -32768 MAXVALUE 32767;
SELECT pg_catalog.setval('public.t_n_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, -32768), -1), last_value < -32768 OR (is_called AND last_value BETWEEN -32768 AND -1)) FROM public.t_n_seq;
ALTER TABLE public.t ALTER COLUMN n SET INCREMENT BY -1 SET MINVALUE -32768 SET MAXVALUE -1 SET START WITH -1;

-- reverse

-- 1. ALTER sequence public.down
ALTER SEQUENCE public.down MINVALUE -2147483648 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.down'::pg_catalog.regclass, LEAST(GREATEST(last_value, -2147483648), -1), last_value < -2147483648 OR (is_called AND last_value BETWEEN -2147483648 AND -1)) FROM public.down;
ALTER SEQUENCE public.down AS integer INCREMENT BY -1 MINVALUE -2147483648 MAXVALUE -1 START WITH -1;

-- 2. ALTER sequence public.small
ALTER SEQUENCE public.small AS bigint MINVALUE -9223372036854775808 MAXVALUE 2147483647;
SELECT pg_catalog.setval('public.small'::pg_catalog.regclass, LEAST(GREATEST(last_value, -9223372036854775808), -1), last_value < -9223372036854775808 OR (is_called AND last_value BETWEEN -9223372036854775808 AND -1)) FROM public.small;
ALTER SEQUENCE public.small AS bigint INCREMENT BY -1 MINVALUE -9223372036854775808 MAXVALUE -1 START WITH -1;

-- 3. ALTER sequence public.up
ALTER SEQUENCE public.up MINVALUE -9223372036854775808 MAXVALUE 32767;
SELECT pg_catalog.setval('public.up'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 32767), last_value > 32767 OR (is_called AND last_value BETWEEN 1 AND 32767)) FROM public.up;
ALTER SEQUENCE public.up AS smallint INCREMENT BY 1 MINVALUE 1 MAXVALUE 32767 START WITH 1;

-- 4. ALTER column public.t.i, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN i TYPE integer USING i::integer;
ALTER SEQUENCE public.t_i_seq MINVALUE -2147483648 MAXVALUE 2147483647;
SELECT pg_catalog.setval('public.t_i_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, -2147483648), -1), last_value < -2147483648 OR (is_called AND last_value BETWEEN -2147483648 AND -1)) FROM public.t_i_seq;
ALTER TABLE public.t ALTER COLUMN i SET INCREMENT BY -1 SET MINVALUE -2147483648 SET MAXVALUE -1 SET START WITH -1;

-- 5. ALTER column public.t.n, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN n TYPE bigint USING n::bigint;
ALTER SEQUENCE public.t_n_seq MINVALUE -9223372036854775808 MAXVALUE 9223372036854775807;
SELECT pg_catalog.setval('public.t_n_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 9223372036854775807), last_value > 9223372036854775807 OR (is_called AND last_value BETWEEN 1 AND 9223372036854775807)) FROM public.t_n_seq;
ALTER TABLE public.t ALTER COLUMN n SET INCREMENT BY 1 SET MINVALUE 1 SET MAXVALUE 9223372036854775807 SET START WITH 1;
