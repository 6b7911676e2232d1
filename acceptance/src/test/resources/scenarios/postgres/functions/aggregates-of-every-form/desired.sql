CREATE AGGREGATE changed(int) (sfunc = int4pl, stype = int, initcond = '5', parallel = safe, combinefunc = int4pl);
CREATE VIEW v AS SELECT changed(x) AS c FROM generate_series(1, 3) AS x;
COMMENT ON AGGREGATE changed(int) IS 'sums';
GRANT EXECUTE ON FUNCTION changed(int) TO app_reader;
-- plumbline: renamed from to_rename
CREATE AGGREGATE renamed(*) (sfunc = int8inc, stype = int8, initcond = '0');
CREATE AGGREGATE avg2(int) (sfunc = int4_avg_accum, stype = _int8, finalfunc = int8_avg, initcond = '{0,0}',
    msfunc = int4_avg_accum, minvfunc = int4_avg_accum_inv, mstype = _int8, mfinalfunc = int8_avg, minitcond = '{0,0}', sspace = 64);
CREATE AGGREGATE least_of(int) (sfunc = int4smaller, stype = int, sortop = <);
CREATE AGGREGATE pct(float8 ORDER BY anyelement) (sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra, finalfunc_modify = read_write);
CREATE AGGREGATE hyp(VARIADIC "any" ORDER BY VARIADIC "any") (sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical);
