-- SPDX-License-Identifier: Apache-2.0
-- Whoever owns the trash decides what its functions and triggers do. Another's would do it with the rights of the one who comes here.
DO $guard$
DECLARE
    holder name;
BEGIN
    SELECT o.rolname INTO holder
    FROM pg_catalog.pg_namespace n
    JOIN pg_catalog.pg_roles o ON o.oid = n.nspowner
    JOIN pg_catalog.pg_roles me ON me.rolname = current_user
    WHERE n.nspname = 'plumbline_trash' AND o.oid <> me.oid AND NOT o.rolsuper
        AND (me.rolsuper OR NOT pg_catalog.pg_has_role(n.nspowner, 'MEMBER'));
    IF holder IS NOT NULL THEN
        RAISE insufficient_privilege USING
            MESSAGE = pg_catalog.format('schema plumbline_trash belongs to role %s, whose code would run with the rights of %s',
                holder, current_user),
            HINT = pg_catalog.format('Be that role for this. Or look at what is in the schema, and make it yours:'
                ' ALTER SCHEMA plumbline_trash OWNER TO %I, and the same for the tables, the sequence and the functions in it.',
                current_user);
    END IF;
END
$guard$;
