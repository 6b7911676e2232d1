-- 1. CREATE enum type s.e
CREATE TYPE s.e AS ENUM ('x');

-- 2. CREATE grant to PUBLIC on enum type s.e
REVOKE USAGE ON TYPE s.e FROM PUBLIC;

-- 3. CREATE grant to PUBLIC on function s.f()
REVOKE EXECUTE ON FUNCTION s.f() FROM PUBLIC;

-- 4. CREATE grant to PUBLIC on view s.v
GRANT SELECT ON TABLE s.v TO PUBLIC;

-- 5. CREATE grant to app_owner on table s.u
GRANT DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE s.u TO app_owner;

-- 6. CREATE grant to app_reader on enum type s.e
GRANT USAGE ON TYPE s.e TO app_reader;

-- 7. ALTER grant to app_reader on table s.t, AUTHORIZATION
REVOKE INSERT ON TABLE s.t FROM app_reader;
GRANT SELECT ON TABLE s.t TO app_reader WITH GRANT OPTION;

-- 8. CREATE grant to app_writer on column s.t.a
GRANT SELECT (a), UPDATE (a) ON TABLE s.t TO app_writer;

-- 9. CREATE grant to app_writer on column s.t.id
GRANT SELECT (id) ON TABLE s.t TO app_writer;

-- 10. CREATE grant to app_writer on function s.f()
GRANT EXECUTE ON FUNCTION s.f() TO app_writer;

-- 11. CREATE grant to app_writer on schema s
GRANT CREATE, USAGE ON SCHEMA s TO app_writer;

-- 12. CREATE grant to app_writer on sequence s.q
GRANT USAGE ON SEQUENCE s.q TO app_writer;

-- 13. DROP grant to PUBLIC on table s.u, AUTHORIZATION
REVOKE SELECT ON TABLE s.u FROM PUBLIC;

-- 14. DROP grant to app_reader on schema s, AUTHORIZATION
REVOKE USAGE ON SCHEMA s FROM app_reader;

-- 15. DROP grant to app_writer on column s.u.id, AUTHORIZATION
REVOKE SELECT (id) ON TABLE s.u FROM app_writer;

-- reverse

-- 1. CREATE grant to PUBLIC on table s.u
GRANT SELECT ON TABLE s.u TO PUBLIC;

-- 2. CREATE grant to app_reader on schema s
GRANT USAGE ON SCHEMA s TO app_reader;

-- 3. ALTER grant to app_reader on table s.t, AUTHORIZATION
REVOKE GRANT OPTION FOR SELECT ON TABLE s.t FROM app_reader;
GRANT INSERT ON TABLE s.t TO app_reader;

-- 4. CREATE grant to app_writer on column s.u.id
GRANT SELECT (id) ON TABLE s.u TO app_writer;

-- 5. DROP grant to PUBLIC on function s.f(), AUTHORIZATION
GRANT EXECUTE ON FUNCTION s.f() TO PUBLIC;

-- 6. DROP grant to PUBLIC on view s.v, AUTHORIZATION
REVOKE SELECT ON TABLE s.v FROM PUBLIC;

-- 7. DROP grant to app_owner on table s.u, AUTHORIZATION
REVOKE DELETE, INSERT, MAINTAIN, REFERENCES, SELECT, TRIGGER, TRUNCATE, UPDATE ON TABLE s.u FROM app_owner;

-- 8. DROP grant to app_writer on column s.t.a, AUTHORIZATION
REVOKE SELECT (a), UPDATE (a) ON TABLE s.t FROM app_writer;

-- 9. DROP grant to app_writer on column s.t.id, AUTHORIZATION
REVOKE SELECT (id) ON TABLE s.t FROM app_writer;

-- 10. DROP grant to app_writer on function s.f(), AUTHORIZATION
REVOKE EXECUTE ON FUNCTION s.f() FROM app_writer;

-- 11. DROP grant to app_writer on schema s, AUTHORIZATION
REVOKE CREATE, USAGE ON SCHEMA s FROM app_writer;

-- 12. DROP grant to app_writer on sequence s.q, AUTHORIZATION
REVOKE USAGE ON SEQUENCE s.q FROM app_writer;

-- 13. DROP enum type s.e
DROP TYPE s.e;
