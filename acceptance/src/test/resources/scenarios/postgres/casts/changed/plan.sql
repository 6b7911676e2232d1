-- 1. CREATE cast public.pair as json
CREATE CAST (public.pair AS json) WITH INOUT AS ASSIGNMENT;

-- 2. CREATE function public.to_other(public.pair)
CREATE OR REPLACE FUNCTION public.to_other(public.pair)
 RETURNS public.other
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT ROW(($1).a, ($1).b)::public.other $function$;

-- 3. CREATE cast public.pair as public.other
CREATE CAST (public.pair AS public.other) WITH FUNCTION public.to_other(public.pair) AS ASSIGNMENT;

-- 4. DROP cast json as public.pair
DROP CAST (json AS public.pair);

-- 5. DROP cast public.pair as integer
DROP CAST (public.pair AS integer);

-- 6. CREATE cast public.pair as integer
CREATE CAST (public.pair AS integer) WITH FUNCTION public.to_int(public.pair) AS IMPLICIT;

-- 7. CREATE comment on cast public.pair.integer
COMMENT ON CAST (public.pair AS integer) IS 'the first';

-- 8. DROP cast public.pair as text
DROP CAST (public.pair AS text);

-- 9. DROP function public.to_text(public.pair)
DROP FUNCTION public.to_text(public.pair);

-- reverse

-- 1. CREATE cast json as public.pair
CREATE CAST (json AS public.pair) WITH INOUT;

-- 2. CREATE function public.to_text(public.pair)
CREATE OR REPLACE FUNCTION public.to_text(public.pair)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT ($1).a::text $function$;

-- 3. CREATE cast public.pair as text
CREATE CAST (public.pair AS text) WITH FUNCTION public.to_text(public.pair) AS ASSIGNMENT;

-- 4. DROP cast public.pair as integer
DROP CAST (public.pair AS integer);

-- 5. CREATE cast public.pair as integer
CREATE CAST (public.pair AS integer) WITH FUNCTION public.to_int(public.pair);

-- 6. CREATE comment on cast public.pair.integer
COMMENT ON CAST (public.pair AS integer) IS 'the first';

-- 7. DROP cast public.pair as json
DROP CAST (public.pair AS json);

-- 8. DROP cast public.pair as public.other
DROP CAST (public.pair AS public.other);

-- 9. DROP function public.to_other(public.pair)
DROP FUNCTION public.to_other(public.pair);
