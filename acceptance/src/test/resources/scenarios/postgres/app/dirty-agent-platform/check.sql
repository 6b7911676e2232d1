SELECT 1 FROM mcp.tenants WHERE slug <> 'one' OR settings <> '{}';
SELECT 1 FROM mcp.api_keys WHERE scopes <> '{read}';
SELECT 1 WHERE nextval('mcp.api_keys_id_seq') <> 4;
