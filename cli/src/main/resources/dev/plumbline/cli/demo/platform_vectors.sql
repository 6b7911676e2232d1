-- SPDX-License-Identifier: Apache-2.0
-- Texts with vectors, where the server has them.
INSERT INTO mcp.embedding_models (provider, model_name, dimensions) VALUES ('demo', 'random', 1536);

INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector)
SELECT t.id, m.id, n, 'text ' || n || ' of ' || t.name, (SELECT array_agg(random() - 0.5) FROM generate_series(n, n + 1535))::public.vector
FROM mcp.tenants t, mcp.embedding_models m, generate_series(1, 40) AS n;
ANALYZE mcp.embeddings;
