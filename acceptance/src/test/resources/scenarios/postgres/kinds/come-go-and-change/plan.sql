-- 1. CREATE language fresh
CREATE OR REPLACE TRUSTED LANGUAGE fresh HANDLER public.pl_call;

-- 2. ALTER language mine
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.pl_call INLINE public.pl_inline;

-- 3. CREATE access method woods
CREATE ACCESS METHOD woods TYPE INDEX HANDLER bthandler;

-- 4. ALTER operator family public.by_size using btree
ALTER OPERATOR FAMILY public.by_size USING btree ADD FUNCTION 4 (integer, integer) btequalimage(oid);

-- 5. CREATE transform for bigint in fresh
CREATE OR REPLACE TRANSFORM FOR bigint LANGUAGE fresh (FROM SQL WITH FUNCTION public.to_it(internal));

-- 6. ALTER transform for integer in mine
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE mine (FROM SQL WITH FUNCTION public.to_it(internal), TO SQL WITH FUNCTION public.from_it(internal));

-- 7. CREATE function public.int8_sum(bigint, integer)
CREATE OR REPLACE FUNCTION public.int8_sum(bigint, integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 + $2$function$;

-- 8. ALTER aggregate public.total(integer)
CREATE OR REPLACE AGGREGATE public.total(integer) (initcond = '5', parallel = safe, sfunc = int4pl, stype = integer);

-- 9. ALTER statistics object public.stats
ALTER STATISTICS public.stats SET STATISTICS 50;

-- 10. CREATE rule public.t.fresh
CREATE RULE fresh AS
    ON INSERT TO public.t DO NOTHING;

-- 11. DROP rule public.log.gone
DROP RULE gone ON public.log;

-- 12. DROP rule public.log.quiet
DROP RULE quiet ON public.log;

-- 13. CREATE rule public.log.quiet
CREATE RULE quiet AS
    ON UPDATE TO public.log DO INSTEAD  INSERT INTO public.log (id)
  VALUES (new.id);

-- 14. DROP view public.others
DROP VIEW public.others;

-- 15. DROP aggregate public.other(integer)
DROP AGGREGATE public.other(integer);

-- 16. CREATE aggregate public.other(integer)
CREATE AGGREGATE public.other(integer) (initcond = '0', sfunc = public.int8_sum, stype = bigint);

-- 17. CREATE view public.others
CREATE VIEW public.others (t) AS
SELECT (public.other(n))::text AS t
   FROM public.t;

-- 18. CREATE comment on aggregate public.other(integer)
COMMENT ON AGGREGATE public.other(integer) IS 'changes its result';

-- 19. DROP transform for text in mine
DROP TRANSFORM FOR text LANGUAGE mine;

-- 20. DROP access method pile
DROP ACCESS METHOD pile;

-- 21. DROP language gone
DROP LANGUAGE gone;

-- reverse

-- 1. CREATE language gone
CREATE OR REPLACE TRUSTED LANGUAGE gone HANDLER public.pl_call;

-- 2. ALTER language mine
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.pl_call;

-- 3. CREATE access method pile
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- 4. ALTER operator family public.by_size using btree
ALTER OPERATOR FAMILY public.by_size USING btree DROP FUNCTION 4 (integer, integer);

-- 5. ALTER transform for integer in mine
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE mine (FROM SQL WITH FUNCTION public.to_it(internal));

-- 6. CREATE transform for text in mine
CREATE OR REPLACE TRANSFORM FOR text LANGUAGE mine (FROM SQL WITH FUNCTION public.to_it(internal));

-- 7. ALTER aggregate public.total(integer)
CREATE OR REPLACE AGGREGATE public.total(integer) (sfunc = int4pl, stype = integer);

-- 8. ALTER statistics object public.stats
ALTER STATISTICS public.stats SET STATISTICS -1;

-- 9. CREATE rule public.log.gone
CREATE RULE gone AS
    ON DELETE TO public.log DO INSTEAD NOTHING;

-- 10. DROP rule public.log.quiet
DROP RULE quiet ON public.log;

-- 11. CREATE rule public.log.quiet
CREATE RULE quiet AS
    ON UPDATE TO public.log DO INSTEAD NOTHING;

-- 12. DROP rule public.t.fresh
DROP RULE fresh ON public.t;

-- 13. DROP view public.others
DROP VIEW public.others;

-- 14. DROP aggregate public.other(integer)
DROP AGGREGATE public.other(integer);

-- 15. CREATE aggregate public.other(integer)
CREATE AGGREGATE public.other(integer) (sfunc = int4pl, stype = integer);

-- 16. CREATE view public.others
CREATE VIEW public.others (t) AS
SELECT (public.other(n))::text AS t
   FROM public.t;

-- 17. CREATE comment on aggregate public.other(integer)
COMMENT ON AGGREGATE public.other(integer) IS 'changes its result';

-- 18. DROP function public.int8_sum(bigint, integer)
DROP FUNCTION public.int8_sum(bigint, integer);

-- 19. DROP transform for bigint in fresh
DROP TRANSFORM FOR bigint LANGUAGE fresh;

-- 20. DROP access method woods
DROP ACCESS METHOD woods;

-- 21. DROP language fresh
DROP LANGUAGE fresh;
