-- 1. DROP sequence public.s
DROP SEQUENCE public.s;

-- 2. CREATE domain public.s
CREATE DOMAIN public.s AS integer;

-- 3. DROP domain public.d
DROP DOMAIN public.d;

-- 4. CREATE sequence public.d
CREATE SEQUENCE public.d AS bigint;

-- reverse

-- 1. DROP sequence public.d
DROP SEQUENCE public.d;

-- 2. CREATE domain public.d
CREATE DOMAIN public.d AS integer;

-- 3. DROP domain public.s
DROP DOMAIN public.s;

-- 4. CREATE sequence public.s
CREATE SEQUENCE public.s AS bigint;
