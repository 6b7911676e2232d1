CREATE FUNCTION pl_call() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
-- plumbline: renamed from tongue
CREATE TRUSTED LANGUAGE "new tongue" HANDLER pl_call;
COMMENT ON LANGUAGE "new tongue" IS 'ours';
GRANT USAGE ON LANGUAGE "new tongue" TO app_reader;
-- plumbline: renamed from sorting
CREATE COLLATION "new sorting" FROM "C";
-- plumbline: renamed from convert_it
CREATE CONVERSION "new convert" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
-- plumbline: renamed from pair
CREATE TYPE "new pair" AS (a int, b int);
-- plumbline: renamed from span
CREATE TYPE "new span" AS RANGE (subtype = float8, subtype_diff = float8mi, multirange_type_name = span_multirange);
CREATE FUNCTION cmp(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT abs(a) - abs(b)';
-- plumbline: renamed from public.numbers
CREATE OPERATOR FAMILY "new numbers" USING btree;
-- plumbline: renamed from by_size
CREATE OPERATOR CLASS "new size" FOR TYPE int USING btree FAMILY "new numbers" AS OPERATOR 1 <, OPERATOR 3 =, FUNCTION 1 cmp(int, int);
CREATE OPERATOR FAMILY "new alone" USING hash;
-- plumbline: rename operator family public.alone to "new alone"
COMMENT ON OPERATOR CLASS "new size" USING btree IS 'by size';
-- plumbline: renamed from words
CREATE TEXT SEARCH PARSER "new words" (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
-- plumbline: renamed from plain
CREATE TEXT SEARCH TEMPLATE "new plain" (INIT = dsimple_init, LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY "new lexicon" (TEMPLATE = "new plain");
-- plumbline: rename text search dictionary lexicon to "new lexicon"
-- plumbline: renamed from search
CREATE TEXT SEARCH CONFIGURATION "new search" (PARSER = "new words");
ALTER TEXT SEARCH CONFIGURATION "new search" ADD MAPPING FOR asciiword WITH "new lexicon";
-- plumbline: renamed from wrap
CREATE FOREIGN DATA WRAPPER "new wrap" OPTIONS (a '1');
-- plumbline: renamed from far
CREATE SERVER "new far" FOREIGN DATA WRAPPER "new wrap";
CREATE USER MAPPING FOR app_reader SERVER "new far" OPTIONS ("user" 'r');
-- plumbline: renamed from there
CREATE FOREIGN TABLE "new there" (
  id int,
  m text -- plumbline: renamed from n
) SERVER "new far";
GRANT SELECT ON "new there" TO app_reader;
CREATE TABLE t (
  id int PRIMARY KEY,
  n int,
  label text COLLATE "new sorting",
  p "new pair",
  s "new span",
  a int,
  b int,
  -- plumbline: renamed from positive
  CONSTRAINT "new positive" CHECK (n > 0)
);
-- plumbline: renamed from t_size
CREATE INDEX "new t_size" ON t (n "new size");
CREATE INDEX t_words ON t USING gin (to_tsvector('"new search"', label));
-- plumbline: renamed from stats
CREATE STATISTICS "new stats" ON a, b FROM t;
CREATE FUNCTION on_t() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_event() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
-- plumbline: renamed from fires
CREATE TRIGGER "new fires" BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION on_t();
-- plumbline: renamed from sees
CREATE POLICY "new sees" ON t FOR SELECT TO app_reader USING (n > 1);
-- plumbline: renamed from quiet
CREATE RULE "new quiet" AS ON DELETE TO t DO INSTEAD NOTHING;
-- plumbline: rename event trigger watches to "new watches"
CREATE EVENT TRIGGER "new watches" ON ddl_command_start WHEN TAG IN ('CREATE DOMAIN') EXECUTE FUNCTION on_event();
-- plumbline: renamed from news
CREATE PUBLICATION "new news" FOR TABLE t;
-- plumbline: renamed from act
CREATE PROCEDURE "new act"(n int) LANGUAGE sql AS 'SELECT n';
GRANT EXECUTE ON PROCEDURE "new act"(int) TO app_reader;
-- plumbline: renamed from total
CREATE AGGREGATE "new total" (int) (SFUNC = int4pl, STYPE = int);
-- plumbline: rename materialized view kept to "new kept"
CREATE MATERIALIZED VIEW "new kept" AS SELECT n, count(*) AS c FROM t GROUP BY n;
CREATE INDEX kept_n ON "new kept" (n);
