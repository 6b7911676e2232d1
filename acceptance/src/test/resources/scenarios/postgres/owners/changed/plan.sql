-- 1. ALTER owner of language lang, AUTHORIZATION
ALTER LANGUAGE lang OWNER TO app_owner;

-- 2. ALTER owner of publication pub, AUTHORIZATION
ALTER PUBLICATION pub OWNER TO app_owner;

-- 3. ALTER owner of schema app, AUTHORIZATION
ALTER SCHEMA app OWNER TO app_owner;

-- 4. ALTER owner of aggregate app.every(), AUTHORIZATION
ALTER AGGREGATE app.every(*) OWNER TO app_owner;

-- 5. ALTER owner of aggregate app.total(integer), AUTHORIZATION
ALTER AGGREGATE app.total(integer) OWNER TO app_owner;

-- 6. ALTER owner of collation app.k, AUTHORIZATION
ALTER COLLATION app.k OWNER TO app_owner;

-- 7. ALTER owner of composite type app.c, AUTHORIZATION
ALTER TYPE app.c OWNER TO app_owner;

-- 8. ALTER owner of conversion app.conv, AUTHORIZATION
ALTER CONVERSION app.conv OWNER TO app_owner;

-- 9. ALTER owner of domain app.d, AUTHORIZATION
ALTER DOMAIN app.d OWNER TO app_owner;

-- 10. ALTER owner of enum type app.e, AUTHORIZATION
ALTER TYPE app.e OWNER TO app_owner;

-- 11. ALTER owner of foreign table app.ft, AUTHORIZATION
ALTER FOREIGN TABLE app.ft OWNER TO app_owner;

-- 12. ALTER owner of function app.f(integer, text), AUTHORIZATION
ALTER FUNCTION app.f(integer, text) OWNER TO app_owner;

-- 13. ALTER owner of materialized view app.m, AUTHORIZATION
ALTER MATERIALIZED VIEW app.m OWNER TO app_owner;

-- 14. ALTER owner of operator app.===(integer,integer), AUTHORIZATION
ALTER OPERATOR app.=== (integer,integer) OWNER TO app_owner;

-- 15. ALTER owner of operator class app.btree.ops, AUTHORIZATION
ALTER OPERATOR CLASS app.ops USING btree OWNER TO app_owner;

-- 16. ALTER owner of operator family app.btree.fam, AUTHORIZATION
ALTER OPERATOR FAMILY app.fam USING btree OWNER TO app_owner;

-- 17. ALTER owner of procedure app.p(), AUTHORIZATION
ALTER PROCEDURE app.p() OWNER TO app_owner;

-- 18. ALTER owner of range type app.r, AUTHORIZATION
ALTER TYPE app.r OWNER TO app_owner;

-- 19. ALTER owner of sequence app.s, AUTHORIZATION
ALTER SEQUENCE app.s OWNER TO app_owner;

-- 20. ALTER owner of server srv, AUTHORIZATION
ALTER SERVER srv OWNER TO app_owner;

-- 21. ALTER owner of statistics object app.st, AUTHORIZATION
ALTER STATISTICS app.st OWNER TO app_owner;

-- 22. ALTER owner of text search configuration app.conf, AUTHORIZATION
ALTER TEXT SEARCH CONFIGURATION app.conf OWNER TO app_owner;

-- 23. ALTER owner of text search dictionary app.dict, AUTHORIZATION
ALTER TEXT SEARCH DICTIONARY app.dict OWNER TO app_owner;

-- 24. ALTER owner of view app.v, AUTHORIZATION
ALTER VIEW app.v OWNER TO app_owner;

-- 25. DROP grant to app_owner on table app.t, AUTHORIZATION
REVOKE INSERT ON TABLE app.t FROM app_owner;

-- 26. ALTER owner of table app.t, AUTHORIZATION
ALTER TABLE app.t OWNER TO app_owner;

-- 27. ALTER grant to <owner> on table app.t, AUTHORIZATION
REVOKE UPDATE ON TABLE app.t FROM app_owner;
GRANT DELETE ON TABLE app.t TO app_owner;

-- 28. CREATE grant to app_writer on table app.t
GRANT INSERT ON TABLE app.t TO app_writer;

-- reverse

-- 1. ALTER owner of language lang, AUTHORIZATION
ALTER LANGUAGE lang OWNER TO app_writer;

-- 2. ALTER owner of publication pub, AUTHORIZATION
ALTER PUBLICATION pub OWNER TO app_writer;

-- 3. ALTER owner of schema app, AUTHORIZATION
ALTER SCHEMA app OWNER TO app_writer;

-- 4. ALTER owner of aggregate app.every(), AUTHORIZATION
ALTER AGGREGATE app.every(*) OWNER TO app_writer;

-- 5. ALTER owner of aggregate app.total(integer), AUTHORIZATION
ALTER AGGREGATE app.total(integer) OWNER TO app_writer;

-- 6. ALTER owner of collation app.k, AUTHORIZATION
ALTER COLLATION app.k OWNER TO app_writer;

-- 7. ALTER owner of composite type app.c, AUTHORIZATION
ALTER TYPE app.c OWNER TO app_writer;

-- 8. ALTER owner of conversion app.conv, AUTHORIZATION
ALTER CONVERSION app.conv OWNER TO app_writer;

-- 9. ALTER owner of domain app.d, AUTHORIZATION
ALTER DOMAIN app.d OWNER TO app_writer;

-- 10. ALTER owner of enum type app.e, AUTHORIZATION
ALTER TYPE app.e OWNER TO app_writer;

-- 11. ALTER owner of foreign table app.ft, AUTHORIZATION
ALTER FOREIGN TABLE app.ft OWNER TO app_writer;

-- 12. ALTER owner of function app.f(integer, text), AUTHORIZATION
ALTER FUNCTION app.f(integer, text) OWNER TO app_writer;

-- 13. ALTER owner of materialized view app.m, AUTHORIZATION
ALTER MATERIALIZED VIEW app.m OWNER TO app_writer;

-- 14. ALTER owner of operator app.===(integer,integer), AUTHORIZATION
ALTER OPERATOR app.=== (integer,integer) OWNER TO app_writer;

-- 15. ALTER owner of operator class app.btree.ops, AUTHORIZATION
ALTER OPERATOR CLASS app.ops USING btree OWNER TO app_writer;

-- 16. ALTER owner of operator family app.btree.fam, AUTHORIZATION
ALTER OPERATOR FAMILY app.fam USING btree OWNER TO app_writer;

-- 17. ALTER owner of procedure app.p(), AUTHORIZATION
ALTER PROCEDURE app.p() OWNER TO app_writer;

-- 18. ALTER owner of range type app.r, AUTHORIZATION
ALTER TYPE app.r OWNER TO app_writer;

-- 19. ALTER owner of sequence app.s, AUTHORIZATION
ALTER SEQUENCE app.s OWNER TO app_writer;

-- 20. ALTER owner of server srv, AUTHORIZATION
ALTER SERVER srv OWNER TO app_writer;

-- 21. ALTER owner of statistics object app.st, AUTHORIZATION
ALTER STATISTICS app.st OWNER TO app_writer;

-- 22. ALTER owner of text search configuration app.conf, AUTHORIZATION
ALTER TEXT SEARCH CONFIGURATION app.conf OWNER TO app_writer;

-- 23. ALTER owner of text search dictionary app.dict, AUTHORIZATION
ALTER TEXT SEARCH DICTIONARY app.dict OWNER TO app_writer;

-- 24. ALTER owner of view app.v, AUTHORIZATION
ALTER VIEW app.v OWNER TO app_writer;

-- 25. DROP grant to app_writer on table app.t, AUTHORIZATION
REVOKE INSERT ON TABLE app.t FROM app_writer;

-- 26. ALTER owner of table app.t, AUTHORIZATION
ALTER TABLE app.t OWNER TO app_writer;

-- 27. ALTER grant to <owner> on table app.t, AUTHORIZATION
REVOKE DELETE ON TABLE app.t FROM app_writer;
GRANT UPDATE ON TABLE app.t TO app_writer;

-- 28. CREATE grant to app_owner on table app.t
GRANT INSERT ON TABLE app.t TO app_owner;
