-- 1. RENAME aggregate public.renamed()
ALTER AGGREGATE public.to_rename(*) RENAME TO renamed;

-- 2. CREATE aggregate public.avg2(integer)
CREATE AGGREGATE public.avg2(integer) (finalfunc = int8_avg, initcond = '{0,0}', mfinalfunc = int8_avg, minitcond = '{0,0}', minvfunc = int4_avg_accum_inv, msfunc = int4_avg_accum, mstype = bigint[], sfunc = int4_avg_accum, sspace = 64, stype = bigint[]);

-- 3. CREATE aggregate public.hyp("any")
CREATE AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any") (finalfunc = rank_final, finalfunc_extra, hypothetical, sfunc = ordered_set_transition_multi, stype = internal);

-- 4. CREATE aggregate public.least_of(integer)
CREATE AGGREGATE public.least_of(integer) (sfunc = int4smaller, sortop = OPERATOR(pg_catalog.<), stype = integer);

-- 5. CREATE aggregate public.pct(double precision, anyelement)
CREATE AGGREGATE public.pct(double precision ORDER BY anyelement) (finalfunc = percentile_disc_final, finalfunc_extra, sfunc = ordered_set_transition, stype = internal);

-- 6. DROP view public.v
DROP VIEW public.v;

-- 7. DROP aggregate public.changed(integer)
DROP AGGREGATE public.changed(integer);

-- 8. CREATE aggregate public.changed(integer)
CREATE AGGREGATE public.changed(integer) (combinefunc = int4pl, initcond = '5', parallel = safe, sfunc = int4pl, stype = integer);

-- 9. CREATE view public.v
CREATE VIEW public.v (c) AS
SELECT public.changed(x) AS c
   FROM generate_series(1, 3) x(x);

-- 10. CREATE comment on aggregate public.changed(integer)
COMMENT ON AGGREGATE public.changed(integer) IS 'sums';

-- 11. CREATE grant to app_reader on aggregate public.changed(integer)
GRANT EXECUTE ON FUNCTION public.changed(integer) TO app_reader;

-- 12. DROP aggregate public.gone(integer)
DROP AGGREGATE public.gone(integer);

-- reverse

-- 1. CREATE aggregate public.gone(integer)
CREATE AGGREGATE public.gone(integer) (sfunc = int4pl, stype = integer);

-- 2. DROP view public.v
DROP VIEW public.v;

-- 3. DROP aggregate public.avg2(integer)
DROP AGGREGATE public.avg2(integer);

-- 4. DROP aggregate public.changed(integer)
DROP AGGREGATE public.changed(integer);

-- 5. CREATE aggregate public.changed(integer)
CREATE AGGREGATE public.changed(integer) (initcond = '0', sfunc = int4pl, stype = integer);

-- 6. CREATE view public.v
CREATE VIEW public.v (c) AS
SELECT public.changed(x) AS c
   FROM generate_series(1, 3) x(x);

-- 7. CREATE comment on aggregate public.changed(integer)
COMMENT ON AGGREGATE public.changed(integer) IS 'sums';

-- 8. CREATE grant to app_reader on aggregate public.changed(integer)
GRANT EXECUTE ON FUNCTION public.changed(integer) TO app_reader;

-- 9. DROP aggregate public.hyp("any")
DROP AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any");

-- 10. DROP aggregate public.least_of(integer)
DROP AGGREGATE public.least_of(integer);

-- 11. DROP aggregate public.pct(double precision, anyelement)
DROP AGGREGATE public.pct(double precision ORDER BY anyelement);

-- 12. RENAME aggregate public.to_rename()
ALTER AGGREGATE public.renamed(*) RENAME TO to_rename;
