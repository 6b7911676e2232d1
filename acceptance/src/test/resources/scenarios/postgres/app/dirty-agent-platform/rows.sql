INSERT INTO mcp.tenants VALUES ('00000000-0000-4000-8000-000000000001', 'one');
INSERT INTO mcp.api_keys (tenant_id, hash) SELECT id, 'h' || i FROM mcp.tenants, generate_series(1, 3) i;
INSERT INTO mcp.events (tenant_id, payload) SELECT id, '{"a": 1}' FROM mcp.tenants;
