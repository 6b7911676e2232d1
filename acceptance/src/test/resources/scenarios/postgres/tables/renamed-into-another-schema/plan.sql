-- 1. RENAME text search dictionary a.dict
ALTER TEXT SEARCH DICTIONARY a.di RENAME TO dict;

-- 2. RENAME foreign-data wrapper wrap
ALTER FOREIGN DATA WRAPPER w RENAME TO wrap;

-- 3. RENAME sequence a.q2
ALTER SEQUENCE a.q RENAME TO q2;

-- 4. RENAME table b.u
ALTER TABLE a.t SET SCHEMA b;
ALTER TABLE b.t RENAME TO u;

-- 5. RENAME function b.g(integer)
ALTER FUNCTION a.f(integer) SET SCHEMA b;
ALTER FUNCTION b.f(integer) RENAME TO g;

-- 6. RENAME view b.v
ALTER VIEW a.v SET SCHEMA b;

-- 7. RENAME materialized view a.mw
ALTER MATERIALIZED VIEW a.mv RENAME TO mw;

-- 8. RENAME constraint a.d.less
ALTER DOMAIN a.d RENAME CONSTRAINT low TO less;

-- 9. RENAME statistics object a.st2
ALTER STATISTICS a.st RENAME TO st2;

-- 10. RENAME rule a.r.never
ALTER RULE no_del ON a.r RENAME TO never;

-- 11. RENAME publication p2
ALTER PUBLICATION p RENAME TO p2;

-- 12. RENAME constraint b.u.u_pkey
ALTER TABLE b.u RENAME CONSTRAINT t_pkey TO u_pkey;

-- 13. ALTER column b.u.id
ALTER TABLE b.u RENAME CONSTRAINT t_id_not_null TO u_id_not_null;

-- reverse

-- 1. ALTER column b.u.id
ALTER TABLE b.u RENAME CONSTRAINT u_id_not_null TO t_id_not_null;

-- 2. RENAME constraint b.u.t_pkey
ALTER TABLE b.u RENAME CONSTRAINT u_pkey TO t_pkey;

-- 3. RENAME publication p
ALTER PUBLICATION p2 RENAME TO p;

-- 4. RENAME rule a.r.no_del
ALTER RULE never ON a.r RENAME TO no_del;

-- 5. RENAME statistics object a.st
ALTER STATISTICS a.st2 RENAME TO st;

-- 6. RENAME constraint a.d.low
ALTER DOMAIN a.d RENAME CONSTRAINT less TO low;

-- 7. RENAME materialized view a.mv
ALTER MATERIALIZED VIEW a.mw RENAME TO mv;

-- 8. RENAME view a.v
ALTER VIEW b.v SET SCHEMA a;

-- 9. RENAME function a.f(integer)
ALTER FUNCTION b.g(integer) SET SCHEMA a;
ALTER FUNCTION a.g(integer) RENAME TO f;

-- 10. RENAME table a.t
ALTER TABLE b.u SET SCHEMA a;
ALTER TABLE a.u RENAME TO t;

-- 11. RENAME sequence a.q
ALTER SEQUENCE a.q2 RENAME TO q;

-- 12. RENAME foreign-data wrapper w
ALTER FOREIGN DATA WRAPPER wrap RENAME TO w;

-- 13. RENAME text search dictionary a.di
ALTER TEXT SEARCH DICTIONARY a.dict RENAME TO di;
