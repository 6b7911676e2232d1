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
ALTER SEQUENCE public.a INCREMENT BY 1 MINVALUE 1 START WITH 1 CACHE 1 NO CYCLE OWNED BY NONE;

-- 2. ALTER sequence public.b
ALTER SEQUENCE public.b AS integer MAXVALUE 1000;

-- 3. CREATE sequence public.gone
CREATE SEQUENCE public.gone AS bigint;

-- 4. ALTER sequence public.owned
ALTER SEQUENCE public.owned OWNED BY public.t.n;

-- 5. DROP sequence public.come
DROP SEQUENCE public.come;
