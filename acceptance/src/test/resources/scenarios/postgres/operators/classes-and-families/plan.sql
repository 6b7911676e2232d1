-- 1. ALTER operator family public.changed using btree
ALTER OPERATOR FAMILY public.changed USING btree ADD FUNCTION 4 (integer, integer) btequalimage(oid);

-- 2. ALTER operator family public.fam using btree
ALTER OPERATOR FAMILY public.fam USING btree ADD FUNCTION 1 (integer, bigint) public.cmpb(integer,bigint), OPERATOR 3 public.=##(integer,bigint);

-- 3. CREATE operator family public.fresh using hash
CREATE OPERATOR FAMILY public.fresh USING hash;

-- 4. CREATE operator class public.fresh using hash
CREATE OPERATOR CLASS public.fresh FOR TYPE integer USING hash FAMILY public.fresh AS FUNCTION 1 (integer, integer) hashint4(integer), OPERATOR 1 public.=#(integer,integer);

-- 5. CREATE index public.t_fresh, OUTSIDE
CREATE INDEX CONCURRENTLY t_fresh ON public.t USING hash (n public.fresh);

-- 6. CREATE comment on operator family public.btree.fam
COMMENT ON OPERATOR FAMILY public.fam USING btree IS 'across types';

-- 7. DROP operator family public.gone using hash
DROP OPERATOR FAMILY public.gone USING hash;

-- reverse

-- 1. ALTER operator family public.changed using btree
ALTER OPERATOR FAMILY public.changed USING btree DROP FUNCTION 4 (integer, integer);

-- 2. ALTER operator family public.fam using btree
ALTER OPERATOR FAMILY public.fam USING btree DROP FUNCTION 1 (integer, bigint), OPERATOR 3 (integer, bigint);

-- 3. CREATE operator family public.gone using hash
CREATE OPERATOR FAMILY public.gone USING hash;

-- 4. DROP comment on operator family public.btree.fam
COMMENT ON OPERATOR FAMILY public.fam USING btree IS NULL;

-- 5. DROP index public.t_fresh
DROP INDEX public.t_fresh;

-- 6. DROP operator class public.fresh using hash
DROP OPERATOR CLASS public.fresh USING hash;

-- 7. DROP operator family public.fresh using hash
DROP OPERATOR FAMILY public.fresh USING hash;
