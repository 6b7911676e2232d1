-- SPDX-License-Identifier: Apache-2.0

SELECT 'table without forced row-level security', c.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant_id'
WHERE c.relnamespace = 'mcp'::pg_catalog.regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND NOT (c.relrowsecurity AND c.relforcerowsecurity);

SELECT 'function without a fixed search_path', p.proname FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'mcp'::pg_catalog.regnamespace AND NOT EXISTS (SELECT FROM pg_catalog.unnest(p.proconfig) AS s WHERE s LIKE 'search_path=%');

SELECT 'function that works with its owner''s rights has another owner', p.proname FROM pg_catalog.pg_proc p
WHERE p.pronamespace = 'mcp'::pg_catalog.regnamespace AND p.prosecdef AND p.proname <> 'create_monthly_partitions' AND p.proowner <> 'mcp_security'::pg_catalog.regrole;

SELECT 'partition that the application may read past its table', c.relname FROM pg_catalog.pg_class c
WHERE c.relnamespace = 'mcp'::pg_catalog.regnamespace AND c.relispartition AND c.relkind IN ('r', 'p') AND pg_catalog.has_table_privilege('mcp_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE');
