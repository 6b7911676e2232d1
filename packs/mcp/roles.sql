-- SPDX-License-Identifier: Apache-2.0
-- The roles of the platform, once for a server, by somebody who may make roles. The login roles of the application and of the scheduler are made
-- members: GRANT mcp_app TO the_application; GRANT mcp_maintenance TO the_scheduler.
DO $$
DECLARE
  role text;
BEGIN
  FOREACH role IN ARRAY ARRAY['mcp_app', 'mcp_security', 'mcp_maintenance'] LOOP
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = role) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role);
    END IF;
    -- Whoever runs the migrations hands functions over to these roles, and does not get their rights for it.
    EXECUTE format('GRANT %I TO CURRENT_USER WITH INHERIT FALSE, SET TRUE', role);
  END LOOP;
END
$$;
