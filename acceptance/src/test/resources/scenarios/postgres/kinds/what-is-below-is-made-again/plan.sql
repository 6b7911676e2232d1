-- 1. ALTER procedure public.act(integer)
CREATE OR REPLACE PROCEDURE public.act(IN n integer)
 LANGUAGE sql
AS $procedure$SELECT n + 1$procedure$;

-- 2. ALTER aggregate public.total(integer)
CREATE OR REPLACE AGGREGATE public.total(integer) (sfunc = public.plus, stype = integer);

-- 3. DROP rule public.t.quiet
DROP RULE quiet ON public.t;

-- 4. DROP statistics object public.stats
DROP STATISTICS public.stats;

-- 5. DROP index public.t_id
DROP INDEX public.t_id;

-- 6. DROP index public.t_label
DROP INDEX public.t_label;

-- 7. DROP function public.one()
DROP FUNCTION public.one();

-- 8. DROP column public.t.label, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.label
ALTER TABLE public.t DROP COLUMN label;

-- 9. DROP foreign table public.there
DROP FOREIGN TABLE public.there;

-- 10. DROP user mapping for app_reader on far
DROP USER MAPPING FOR app_reader SERVER far;

-- 11. DROP server far
DROP SERVER far;

-- 12. DROP foreign-data wrapper wrap
DROP FOREIGN DATA WRAPPER wrap;

-- 13. CREATE function public.check_options(text[], oid)
ALTER FUNCTION public.check_options(text[], oid) RENAME TO check_options_plumbline_old;
CREATE OR REPLACE FUNCTION public.check_options(options text[], catalog oid)
 RETURNS void
 LANGUAGE internal
AS $function$postgresql_fdw_validator$function$;

-- 14. CREATE foreign-data wrapper wrap
CREATE FOREIGN DATA WRAPPER wrap VALIDATOR public.check_options;

-- 15. CREATE server far
CREATE SERVER far FOREIGN DATA WRAPPER wrap;

-- 16. CREATE user mapping for app_reader on far
CREATE USER MAPPING FOR app_reader SERVER far OPTIONS ("user" 'r');

-- 17. CREATE foreign table public.there
CREATE FOREIGN TABLE public.there (
    id integer
) SERVER far;

-- 18. CREATE grant to app_reader on server far
GRANT USAGE ON FOREIGN SERVER far TO app_reader;

-- 19. DROP text search configuration public.other
DROP TEXT SEARCH CONFIGURATION public.other;

-- 20. CREATE text search configuration public.other
CREATE TEXT SEARCH CONFIGURATION public.other (PARSER = pg_catalog."default");

-- 21. DROP text search configuration public.search
DROP TEXT SEARCH CONFIGURATION public.search;

-- 22. DROP text search dictionary public.lexicon
DROP TEXT SEARCH DICTIONARY public.lexicon;

-- 23. CREATE text search dictionary public.lexicon
CREATE TEXT SEARCH DICTIONARY public.lexicon (TEMPLATE = public.plain);

-- 24. CREATE comment on text search dictionary public.lexicon
COMMENT ON TEXT SEARCH DICTIONARY public.lexicon IS 'words';

-- 25. DROP text search template public.gone
DROP TEXT SEARCH TEMPLATE public.gone;

-- 26. DROP text search parser public.words
DROP TEXT SEARCH PARSER public.words;

-- 27. CREATE text search parser public.words
CREATE TEXT SEARCH PARSER public.words (END = prsd_end, GETTOKEN = prsd_nexttoken, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype, START = prsd_start);

-- 28. CREATE text search configuration public.search
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = public.words);
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword WITH public.lexicon;

-- 29. DROP transform for integer in tongue
DROP TRANSFORM FOR integer LANGUAGE tongue;

-- 30. CREATE function public.to_it(internal)
ALTER FUNCTION public.to_it(internal) RENAME TO to_it_plumbline_old;
CREATE OR REPLACE FUNCTION public.to_it(b internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$prsd_end$function$;

-- 31. DROP operator class public.by_size using btree
DROP OPERATOR CLASS public.by_size USING btree;

-- 32. CREATE function public.cmp(integer, integer)
ALTER FUNCTION public.cmp(integer, integer) RENAME TO cmp_plumbline_old;
CREATE OR REPLACE FUNCTION public.cmp(x integer, y integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT abs(x) - abs(y)$function$;

-- 33. CREATE operator class public.by_size using btree
CREATE OPERATOR CLASS public.by_size FOR TYPE integer USING btree FAMILY public.by_size AS FUNCTION 1 (integer, integer) public.cmp(integer,integer), OPERATOR 1 <(integer,integer), OPERATOR 3 =(integer,integer);

-- 34. CREATE index public.t_id, OUTSIDE
CREATE INDEX CONCURRENTLY t_id ON public.t USING btree (id public.by_size);

-- 35. CREATE comment on operator class public.btree.by_size
COMMENT ON OPERATOR CLASS public.by_size USING btree IS 'by size';

-- 36. DROP operator family public.numbers using btree
DROP OPERATOR FAMILY public.numbers USING btree;

-- 37. DROP operator public.<#(integer,integer)
DROP OPERATOR public.<# (integer,integer);

-- 38. CREATE function public.lt(integer, integer)
ALTER FUNCTION public.lt(integer, integer) RENAME TO lt_plumbline_old;
CREATE OR REPLACE FUNCTION public.lt(one integer, two integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT abs(one) < abs(two)$function$;

-- 39. CREATE operator public.<#(integer,integer)
CREATE OPERATOR public.<# (FUNCTION = public.lt, LEFTARG = integer, RIGHTARG = integer);

-- 40. CREATE operator family public.numbers using btree
CREATE OPERATOR FAMILY public.numbers USING btree;
ALTER OPERATOR FAMILY public.numbers USING btree ADD OPERATOR 1 public.<#(integer,integer);

-- 41. DROP collation public.sorting
DROP COLLATION public.sorting;

-- 42. CREATE collation public.sorting
CREATE COLLATION public.sorting (locale = 'POSIX', provider = libc);

-- 43. CREATE column public.t.label
ALTER TABLE public.t ADD COLUMN label text COLLATE public.sorting;

-- 44. CREATE index public.t_label, OUTSIDE
CREATE INDEX CONCURRENTLY t_label ON public.t USING btree (label);

-- 45. CREATE statistics object public.stats
CREATE STATISTICS public.stats ON id, label FROM public.t;
ALTER STATISTICS public.stats SET STATISTICS 50;

-- 46. DROP access method woods
DROP ACCESS METHOD woods;

-- 47. CREATE function public.tree(internal)
ALTER FUNCTION public.tree(internal) RENAME TO tree_plumbline_old;
CREATE OR REPLACE FUNCTION public.tree(b internal)
 RETURNS index_am_handler
 LANGUAGE internal
AS $function$bthandler$function$;

-- 48. CREATE access method woods
CREATE ACCESS METHOD woods TYPE INDEX HANDLER public.tree;

-- 49. CREATE comment on access method woods
COMMENT ON ACCESS METHOD woods IS 'trees';

-- 50. DROP language tongue
DROP LANGUAGE tongue;

-- 51. CREATE function public.pl_inline(internal)
ALTER FUNCTION public.pl_inline(internal) RENAME TO pl_inline_plumbline_old;
CREATE OR REPLACE FUNCTION public.pl_inline(b internal)
 RETURNS void
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;

-- 52. CREATE language tongue
CREATE OR REPLACE TRUSTED LANGUAGE tongue HANDLER public.pl_call INLINE public.pl_inline;

-- 53. CREATE transform for integer in tongue
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE tongue (FROM SQL WITH FUNCTION public.to_it(internal));

-- 54. CREATE function public.one()
CREATE OR REPLACE FUNCTION public.one()
 RETURNS integer
 TRANSFORM FOR TYPE integer
 LANGUAGE tongue
AS $function$BEGIN RETURN 1; END$function$;

-- 55. CREATE comment on transform integer.tongue
COMMENT ON TRANSFORM FOR integer LANGUAGE tongue IS 'of numbers';

-- 56. CREATE grant to app_reader on language tongue
GRANT USAGE ON LANGUAGE tongue TO app_reader;

-- 57. DROP function public.check_options_plumbline_old(text[], oid), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION public.check_options_plumbline_old(text[], oid);

-- 58. DROP function public.cmp_plumbline_old(integer, integer)
DROP FUNCTION public.cmp_plumbline_old(integer, integer);

-- 59. DROP function public.lt_plumbline_old(integer, integer)
DROP FUNCTION public.lt_plumbline_old(integer, integer);

-- 60. DROP function public.pl_inline_plumbline_old(internal)
DROP FUNCTION public.pl_inline_plumbline_old(internal);

-- 61. DROP function public.to_it_plumbline_old(internal)
DROP FUNCTION public.to_it_plumbline_old(internal);

-- 62. DROP function public.tree_plumbline_old(internal)
DROP FUNCTION public.tree_plumbline_old(internal);

-- reverse

-- 1. CREATE text search template public.gone
CREATE TEXT SEARCH TEMPLATE public.gone (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- 2. ALTER procedure public.act(integer)
CREATE OR REPLACE PROCEDURE public.act(IN n integer)
 LANGUAGE sql
AS $procedure$SELECT n$procedure$;

-- 3. ALTER aggregate public.total(integer)
CREATE OR REPLACE AGGREGATE public.total(integer) (sfunc = int4pl, stype = integer);

-- 4. CREATE rule public.t.quiet
CREATE RULE quiet AS
    ON DELETE TO public.t DO INSTEAD NOTHING;

-- 5. DROP statistics object public.stats
DROP STATISTICS public.stats;

-- 6. DROP index public.t_id
DROP INDEX public.t_id;

-- 7. DROP index public.t_label
DROP INDEX public.t_label;

-- 8. DROP function public.one()
DROP FUNCTION public.one();

-- 9. DROP column public.t.label, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.label
ALTER TABLE public.t DROP COLUMN label;

-- 10. DROP foreign table public.there
DROP FOREIGN TABLE public.there;

-- 11. DROP user mapping for app_reader on far
DROP USER MAPPING FOR app_reader SERVER far;

-- 12. DROP server far
DROP SERVER far;

-- 13. DROP foreign-data wrapper wrap
DROP FOREIGN DATA WRAPPER wrap;

-- 14. CREATE function public.check_options(text[], oid)
ALTER FUNCTION public.check_options(text[], oid) RENAME TO check_options_plumbline_old;
CREATE OR REPLACE FUNCTION public.check_options(a text[], b oid)
 RETURNS void
 LANGUAGE internal
AS $function$postgresql_fdw_validator$function$;

-- 15. CREATE foreign-data wrapper wrap
CREATE FOREIGN DATA WRAPPER wrap VALIDATOR public.check_options;

-- 16. CREATE server far
CREATE SERVER far FOREIGN DATA WRAPPER wrap;

-- 17. CREATE user mapping for app_reader on far
CREATE USER MAPPING FOR app_reader SERVER far OPTIONS ("user" 'r');

-- 18. CREATE foreign table public.there
CREATE FOREIGN TABLE public.there (
    id integer
) SERVER far;

-- 19. CREATE grant to app_reader on server far
GRANT USAGE ON FOREIGN SERVER far TO app_reader;

-- 20. DROP text search configuration public.other
DROP TEXT SEARCH CONFIGURATION public.other;

-- 21. DROP text search configuration public.search
DROP TEXT SEARCH CONFIGURATION public.search;

-- 22. DROP text search dictionary public.lexicon
DROP TEXT SEARCH DICTIONARY public.lexicon;

-- 23. CREATE text search dictionary public.lexicon
CREATE TEXT SEARCH DICTIONARY public.lexicon (TEMPLATE = pg_catalog.simple);

-- 24. CREATE comment on text search dictionary public.lexicon
COMMENT ON TEXT SEARCH DICTIONARY public.lexicon IS 'words';

-- 25. DROP text search parser public.words
DROP TEXT SEARCH PARSER public.words;

-- 26. CREATE text search parser public.words
CREATE TEXT SEARCH PARSER public.words (END = prsd_end, GETTOKEN = prsd_nexttoken, LEXTYPES = prsd_lextype, START = prsd_start);

-- 27. CREATE text search configuration public.other
CREATE TEXT SEARCH CONFIGURATION public.other (PARSER = public.words);

-- 28. CREATE text search configuration public.search
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = public.words);
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword WITH public.lexicon;

-- 29. DROP transform for integer in tongue
DROP TRANSFORM FOR integer LANGUAGE tongue;

-- 30. CREATE function public.to_it(internal)
ALTER FUNCTION public.to_it(internal) RENAME TO to_it_plumbline_old;
CREATE OR REPLACE FUNCTION public.to_it(a internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$prsd_end$function$;

-- 31. DROP operator class public.by_size using btree
DROP OPERATOR CLASS public.by_size USING btree;

-- 32. CREATE function public.cmp(integer, integer)
ALTER FUNCTION public.cmp(integer, integer) RENAME TO cmp_plumbline_old;
CREATE OR REPLACE FUNCTION public.cmp(a integer, b integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT abs(a) - abs(b)$function$;

-- 33. CREATE operator class public.by_size using btree
CREATE OPERATOR CLASS public.by_size FOR TYPE integer USING btree FAMILY public.by_size AS FUNCTION 1 (integer, integer) public.cmp(integer,integer), OPERATOR 1 <(integer,integer), OPERATOR 3 =(integer,integer);

-- 34. CREATE index public.t_id, OUTSIDE
CREATE INDEX CONCURRENTLY t_id ON public.t USING btree (id public.by_size);

-- 35. CREATE comment on operator class public.btree.by_size
COMMENT ON OPERATOR CLASS public.by_size USING btree IS 'by size';

-- 36. DROP operator family public.numbers using btree
DROP OPERATOR FAMILY public.numbers USING btree;

-- 37. DROP operator public.<#(integer,integer)
DROP OPERATOR public.<# (integer,integer);

-- 38. CREATE function public.lt(integer, integer)
ALTER FUNCTION public.lt(integer, integer) RENAME TO lt_plumbline_old;
CREATE OR REPLACE FUNCTION public.lt(a integer, b integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT abs(a) < abs(b)$function$;

-- 39. CREATE operator public.<#(integer,integer)
CREATE OPERATOR public.<# (FUNCTION = public.lt, LEFTARG = integer, RIGHTARG = integer);

-- 40. CREATE operator family public.numbers using btree
CREATE OPERATOR FAMILY public.numbers USING btree;
ALTER OPERATOR FAMILY public.numbers USING btree ADD OPERATOR 1 public.<#(integer,integer);

-- 41. DROP collation public.sorting
DROP COLLATION public.sorting;

-- 42. CREATE collation public.sorting
CREATE COLLATION public.sorting (locale = 'C', provider = libc);

-- 43. CREATE column public.t.label
ALTER TABLE public.t ADD COLUMN label text COLLATE public.sorting;

-- 44. CREATE index public.t_label, OUTSIDE
CREATE INDEX CONCURRENTLY t_label ON public.t USING btree (label);

-- 45. CREATE statistics object public.stats
CREATE STATISTICS public.stats ON id, label FROM public.t;

-- 46. DROP access method woods
DROP ACCESS METHOD woods;

-- 47. CREATE function public.tree(internal)
ALTER FUNCTION public.tree(internal) RENAME TO tree_plumbline_old;
CREATE OR REPLACE FUNCTION public.tree(a internal)
 RETURNS index_am_handler
 LANGUAGE internal
AS $function$bthandler$function$;

-- 48. CREATE access method woods
CREATE ACCESS METHOD woods TYPE INDEX HANDLER public.tree;

-- 49. CREATE comment on access method woods
COMMENT ON ACCESS METHOD woods IS 'trees';

-- 50. DROP language tongue
DROP LANGUAGE tongue;

-- 51. CREATE function public.pl_inline(internal)
ALTER FUNCTION public.pl_inline(internal) RENAME TO pl_inline_plumbline_old;
CREATE OR REPLACE FUNCTION public.pl_inline(a internal)
 RETURNS void
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_inline_handler$function$;

-- 52. CREATE language tongue
CREATE OR REPLACE TRUSTED LANGUAGE tongue HANDLER public.pl_call INLINE public.pl_inline;

-- 53. CREATE transform for integer in tongue
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE tongue (FROM SQL WITH FUNCTION public.to_it(internal));

-- 54. CREATE function public.one()
CREATE OR REPLACE FUNCTION public.one()
 RETURNS integer
 TRANSFORM FOR TYPE integer
 LANGUAGE tongue
AS $function$BEGIN RETURN 1; END$function$;

-- 55. CREATE comment on transform integer.tongue
COMMENT ON TRANSFORM FOR integer LANGUAGE tongue IS 'of numbers';

-- 56. CREATE grant to app_reader on language tongue
GRANT USAGE ON LANGUAGE tongue TO app_reader;

-- 57. DROP function public.check_options_plumbline_old(text[], oid), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION public.check_options_plumbline_old(text[], oid);

-- 58. DROP function public.cmp_plumbline_old(integer, integer)
DROP FUNCTION public.cmp_plumbline_old(integer, integer);

-- 59. DROP function public.lt_plumbline_old(integer, integer)
DROP FUNCTION public.lt_plumbline_old(integer, integer);

-- 60. DROP function public.pl_inline_plumbline_old(internal)
DROP FUNCTION public.pl_inline_plumbline_old(internal);

-- 61. DROP function public.to_it_plumbline_old(internal)
DROP FUNCTION public.to_it_plumbline_old(internal);

-- 62. DROP function public.tree_plumbline_old(internal)
DROP FUNCTION public.tree_plumbline_old(internal);
