-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction

DROP INDEX CONCURRENTLY mcp.idx_embeddings_normalized_ivfflat;
DROP INDEX CONCURRENTLY mcp.idx_embeddings_normalized_hnsw;
