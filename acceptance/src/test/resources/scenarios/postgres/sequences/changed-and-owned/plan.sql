-- 1. ALTER sequence public.a
ALTER SEQUENCE public.a INCREMENT BY 5 MINVALUE -5 START WITH -5 CACHE 10 CYCLE OWNED BY public.t.id;

-- 2. ALTER sequence public.b
ALTER SEQUENCE public.b AS bigint MAXVALUE 9223372036854775807;

-- 3. CREATE sequence public.come
CREATE SEQUENCE public.come AS smallint INCREMENT BY -1;

-- 4. ALTER sequence public.owned
ALTER SEQUENCE public.owned OWNED BY NONE;

-- 5. DROP sequence public.gone
DROP SEQUENCE public.gone;

-- reverse

-- 1. ALTER sequence public.a
SELECT pg_catalog.setval('public.a'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 9223372036854775807), last_value > 9223372036854775807 OR (is_called AND last_value BETWEEN 1 AND 9223372036854775807)) FROM public.a;
ALTER SEQUENCE public.a INCREMENT BY 1 MINVALUE 1 START WITH 1 CACHE 1 NO CYCLE OWNED BY NONE;

-- 2. ALTER sequence public.b
SELECT pg_catalog.setval('public.b'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 1000), last_value > 1000 OR (is_called AND last_value BETWEEN 1 AND 1000)) FROM public.b;
ALTER SEQUENCE public.b AS integer MAXVALUE 1000;

-- 3. CREATE sequence public.gone
CREATE SEQUENCE public.gone AS bigint;

-- 4. ALTER sequence public.owned
ALTER SEQUENCE public.owned OWNED BY public.t.n;

-- 5. DROP sequence public.come
DROP SEQUENCE public.come;
