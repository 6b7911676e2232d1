-- SPDX-License-Identifier: Apache-2.0
-- Rows of the platform as it stands, in every old form.
INSERT INTO mcp.tenants (id, slug, name)
SELECT ('00000000-0000-0000-0000-0000000000' || lpad(n::text, 2, '0'))::uuid, 'tenant-' || n, 'Tenant ' || n FROM generate_series(1, 5) AS n;

INSERT INTO mcp.agents (tenant_id, name) SELECT t.id, 'agent ' || n FROM mcp.tenants t, generate_series(1, 4) AS n;

INSERT INTO mcp.api_keys (tenant_id, key_hash, key_prefix, name, type)
SELECT t.id, encode(sha256(convert_to(t.slug || k, 'UTF8')), 'hex'), left(md5(t.slug || k), 8), k, k
FROM mcp.tenants t, unnest(ARRAY['standard', 'admin', 'bot', 'service', 'edge']) AS k;

INSERT INTO mcp.tasks (tenant_id, title, state)
SELECT t.id, 'task ' || n, (ARRAY['new', 'queued', 'running', 'done', 'error', 'cancelled'])[1 + n % 6] FROM mcp.tenants t, generate_series(1, 200) AS n;

INSERT INTO mcp.task_delegations (tenant_id, task_id, to_agent_id)
SELECT t.tenant_id, t.id, a.id FROM mcp.tasks t JOIN mcp.agents a USING (tenant_id) WHERE t.title LIKE '%7' AND a.name = 'agent 1';

ANALYZE;
