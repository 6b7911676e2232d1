INSERT INTO mcp.tenants (id, name)
SELECT ('00000000-0000-0000-0000-0000000000' || lpad(n::text, 2, '0'))::uuid, 'Tenant ' || n
FROM generate_series(1, 5) AS n;

INSERT INTO mcp.users (tenant_id, email)
SELECT t.id, 'user' || n || '@' || lower(replace(t.name, ' ', '')) || '.example'
FROM mcp.tenants t, generate_series(1, 20) AS n;

INSERT INTO mcp.api_keys (tenant_id, user_id, key_hash, key_prefix, name, type)
SELECT u.tenant_id, u.id, encode(sha256(u.email::bytea), 'hex'), left(md5(u.email), 8), 'key of ' || u.email,
       (ARRAY['user', 'administrator', 'bot', 'service'])[1 + abs(hashtext(u.email)) % 4]
FROM mcp.users u;

INSERT INTO mcp.models (provider, name, dimensions) VALUES ('openai', 'embedding-3-small', 1536);

INSERT INTO mcp.agents (tenant_id, name, model_id, temperature)
SELECT t.id, 'agent ' || n, (SELECT id FROM mcp.models), 0.7 FROM mcp.tenants t, generate_series(1, 4) AS n;

INSERT INTO mcp.tasks (tenant_id, title, status)
SELECT t.id, 'task ' || n, (ARRAY['pending', 'in_progress', 'completed', 'failed'])[1 + n % 4]
FROM mcp.tenants t, generate_series(1, 200) AS n;

INSERT INTO mcp.task_delegations (task_id, to_agent_id)
SELECT t.id, a.id FROM mcp.tasks t JOIN mcp.agents a USING (tenant_id) WHERE t.title LIKE '%7' AND a.name = 'agent 1';

INSERT INTO mcp.workflows (tenant_id, name) SELECT id, 'nightly report' FROM mcp.tenants;
INSERT INTO mcp.workspaces (tenant_id, name) SELECT id, 'default' FROM mcp.tenants;
INSERT INTO mcp.audit_log (tenant_id, action, created_at)
SELECT id, 'tenant created', '2026-01-15' FROM mcp.tenants;
ANALYZE;
