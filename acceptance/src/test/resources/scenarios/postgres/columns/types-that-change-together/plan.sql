-- 1. DROP statistics object public.together
DROP STATISTICS public.together;

-- 2. DROP constraint public.t.ordered
ALTER TABLE public.t DROP CONSTRAINT ordered;

-- 3. ALTER column public.t.d, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN d TYPE integer USING d::integer;

-- 4. DROP index public.first_of
DROP INDEX public.first_of;

-- 5. ALTER column public.t.c, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN c TYPE integer USING c::integer;

-- 6. CREATE constraint public.t.ordered, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT ordered CHECK ((c < d)) NOT VALID;

-- 7. ALTER constraint public.t.ordered, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT ordered;

-- 8. DROP index public.partial
DROP INDEX public.partial;

-- 9. ALTER column public.t.a, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN a TYPE integer USING a::integer;

-- 10. ALTER column public.t.b, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN b TYPE integer USING b::integer;

-- 11. CREATE index public.first_of, OUTSIDE
CREATE INDEX CONCURRENTLY first_of ON public.t USING btree (COALESCE(a, b), c);

-- 12. CREATE index public.partial, OUTSIDE
CREATE INDEX CONCURRENTLY partial ON public.t USING btree (a) WHERE (a < b);

-- 13. CREATE statistics object public.together
CREATE STATISTICS public.together ON (a + b), (a - b) FROM public.t;

-- reverse

-- 1. DROP statistics object public.together
DROP STATISTICS public.together;

-- 2. DROP constraint public.t.ordered
ALTER TABLE public.t DROP CONSTRAINT ordered;

-- 3. ALTER column public.t.d, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN d TYPE numeric USING d::numeric;

-- 4. DROP index public.first_of
DROP INDEX public.first_of;

-- 5. ALTER column public.t.c, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN c TYPE numeric USING c::numeric;

-- 6. CREATE constraint public.t.ordered, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT ordered CHECK ((c < d)) NOT VALID;

-- 7. ALTER constraint public.t.ordered, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT ordered;

-- 8. DROP index public.partial
DROP INDEX public.partial;

-- 9. ALTER column public.t.a, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN a TYPE bigint USING a::bigint;

-- 10. ALTER column public.t.b, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN b TYPE bigint USING b::bigint;

-- 11. CREATE index public.first_of, OUTSIDE
CREATE INDEX CONCURRENTLY first_of ON public.t USING btree (COALESCE(a, b), c);

-- 12. CREATE index public.partial, OUTSIDE
CREATE INDEX CONCURRENTLY partial ON public.t USING btree (a) WHERE (a < b);

-- 13. CREATE statistics object public.together
CREATE STATISTICS public.together ON (a + b), (a - b) FROM public.t;
