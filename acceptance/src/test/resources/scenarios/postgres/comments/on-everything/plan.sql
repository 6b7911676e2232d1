-- 1. CREATE extension citext
CREATE EXTENSION citext WITH SCHEMA public VERSION '1.8';

-- 2. CREATE enum type s.e
CREATE TYPE s.e AS ENUM ('a');

-- 3. CREATE domain s.d
CREATE DOMAIN s.d AS integer CONSTRAINT pos CHECK ((VALUE > 0));

-- 4. CREATE sequence s.q
CREATE SEQUENCE s.q AS bigint;

-- 5. CREATE function s.f(integer)
CREATE OR REPLACE FUNCTION s.f(a integer, OUT b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT a$function$;

-- 6. CREATE function s.tg()
CREATE OR REPLACE FUNCTION s.tg()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;

-- 7. CREATE procedure s.p()
CREATE OR REPLACE PROCEDURE s.p()
 LANGUAGE sql
AS $procedure$$procedure$;

-- 8. CREATE view s.v
CREATE VIEW s.v (id) AS
SELECT id
   FROM s.t;

-- 9. CREATE materialized view s.m
CREATE MATERIALIZED VIEW s.m (id) AS
SELECT id
   FROM s.t
WITH DATA;

-- 10. CREATE index s.i, OUTSIDE
CREATE INDEX CONCURRENTLY i ON s.t USING btree (a);

-- 11. CREATE statistics object s.st
CREATE STATISTICS s.st ON a, b FROM s.t;

-- 12. CREATE trigger s.t.tg
CREATE TRIGGER tg BEFORE INSERT ON s.t FOR EACH ROW EXECUTE FUNCTION s.tg();

-- 13. CREATE policy s.t.pol
CREATE POLICY pol ON s.t FOR ALL TO PUBLIC USING (true);

-- 14. CREATE comment on column s.t.a
COMMENT ON COLUMN s.t.a IS 'a';

-- 15. CREATE comment on column s.v.id
COMMENT ON COLUMN s.v.id IS 'column of a view';

-- 16. CREATE comment on constraint s.d.pos
COMMENT ON CONSTRAINT pos ON DOMAIN s.d IS 'positive';

-- 17. CREATE comment on constraint s.t.pk
COMMENT ON CONSTRAINT pk ON s.t IS 'key';

-- 18. CREATE comment on domain s.d
COMMENT ON DOMAIN s.d IS 'domain';

-- 19. CREATE comment on enum type s.e
COMMENT ON TYPE s.e IS 'enum';

-- 20. CREATE comment on extension citext
COMMENT ON EXTENSION citext IS 'own words';

-- 21. CREATE comment on function s.f(integer)
COMMENT ON FUNCTION s.f(integer) IS 'function';

-- 22. CREATE comment on index s.i
COMMENT ON INDEX s.i IS 'index';

-- 23. CREATE comment on materialized view s.m
COMMENT ON MATERIALIZED VIEW s.m IS 'kept';

-- 24. CREATE comment on policy s.t.pol
COMMENT ON POLICY pol ON s.t IS 'policy';

-- 25. CREATE comment on procedure s.p()
COMMENT ON PROCEDURE s.p() IS 'procedure';

-- 26. CREATE comment on schema s
COMMENT ON SCHEMA s IS 'schema; with '' quote';

-- 27. CREATE comment on sequence s.q
COMMENT ON SEQUENCE s.q IS 'sequence';

-- 28. CREATE comment on statistics object s.st
COMMENT ON STATISTICS s.st IS 'statistics';

-- 29. ALTER comment on table s.t
COMMENT ON TABLE s.t IS E'new
with a line -- and $$ and \\ backslash';

-- 30. CREATE comment on trigger s.t.tg
COMMENT ON TRIGGER tg ON s.t IS 'trigger';

-- 31. CREATE comment on view s.v
COMMENT ON VIEW s.v IS 'view';

-- 32. DROP comment on column s.t.b
COMMENT ON COLUMN s.t.b IS NULL;

-- reverse

-- 1. CREATE comment on column s.t.b
COMMENT ON COLUMN s.t.b IS 'gone';

-- 2. ALTER comment on table s.t
COMMENT ON TABLE s.t IS 'old';

-- 3. DROP comment on column s.t.a
COMMENT ON COLUMN s.t.a IS NULL;

-- 4. DROP comment on constraint s.t.pk
COMMENT ON CONSTRAINT pk ON s.t IS NULL;

-- 5. DROP comment on schema s
COMMENT ON SCHEMA s IS NULL;

-- 6. DROP policy s.t.pol, AUTHORIZATION
DROP POLICY pol ON s.t;

-- 7. DROP trigger s.t.tg
DROP TRIGGER tg ON s.t;

-- 8. DROP statistics object s.st
DROP STATISTICS s.st;

-- 9. DROP index s.i, OUTSIDE
DROP INDEX CONCURRENTLY s.i;

-- 10. DROP materialized view s.m
DROP MATERIALIZED VIEW s.m;

-- 11. DROP view s.v
DROP VIEW s.v;

-- 12. DROP procedure s.p()
DROP PROCEDURE s.p();

-- 13. DROP function s.f(integer)
DROP FUNCTION s.f(integer);

-- 14. DROP function s.tg()
DROP FUNCTION s.tg();

-- 15. DROP sequence s.q
DROP SEQUENCE s.q;

-- 16. DROP domain s.d
DROP DOMAIN s.d;

-- 17. DROP enum type s.e
DROP TYPE s.e;

-- 18. DROP extension citext
DROP EXTENSION citext;
