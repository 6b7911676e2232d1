-- 1. RENAME aggregate public.renamed()
ALTER AGGREGATE public.to_rename(*) RENAME TO renamed;

-- 2. CREATE aggregate public.avg2(integer)
CREATE AGGREGATE public.avg2(integer) (finalfunc = int8_avg, initcond = '{0,0}', mfinalfunc = int8_avg, minitcond = '{0,0}', minvfunc = int4_avg_accum_inv, msfunc = int4_avg_accum, mstype = bigint[], sfunc = int4_avg_accum, sspace = 64, stype = bigint[]);

-- 3. ALTER aggregate public.changed(integer)
CREATE OR REPLACE AGGREGATE public.changed(integer) (combinefunc = int4pl, initcond = '5', parallel = safe, sfunc = int4pl, stype = integer);

-- 4. CREATE aggregate public.hyp("any")
CREATE AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any") (finalfunc = rank_final, finalfunc_extra, hypothetical, sfunc = ordered_set_transition_multi, stype = internal);

-- 5. CREATE aggregate public.least_of(integer)
CREATE AGGREGATE public.least_of(integer) (sfunc = int4smaller, sortop = OPERATOR(pg_catalog.<), stype = integer);

-- 6. CREATE aggregate public.pct(double precision, anyelement)
CREATE AGGREGATE public.pct(double precision ORDER BY anyelement) (finalfunc = percentile_disc_final, finalfunc_extra, sfunc = ordered_set_transition, stype = internal);

-- 7. DROP aggregate public.gone(integer)
DROP AGGREGATE public.gone(integer);

-- reverse

-- 1. ALTER aggregate public.changed(integer)
CREATE OR REPLACE AGGREGATE public.changed(integer) (initcond = '0', sfunc = int4pl, stype = integer);

-- 2. CREATE aggregate public.gone(integer)
CREATE AGGREGATE public.gone(integer) (sfunc = int4pl, stype = integer);

-- 3. DROP aggregate public.avg2(integer)
DROP AGGREGATE public.avg2(integer);

-- 4. DROP aggregate public.hyp("any")
DROP AGGREGATE public.hyp(VARIADIC "any" ORDER BY VARIADIC "any");

-- 5. DROP aggregate public.least_of(integer)
DROP AGGREGATE public.least_of(integer);

-- 6. DROP aggregate public.pct(double precision, anyelement)
DROP AGGREGATE public.pct(double precision ORDER BY anyelement);

-- 7. RENAME aggregate public.to_rename()
ALTER AGGREGATE public.renamed(*) RENAME TO to_rename;
