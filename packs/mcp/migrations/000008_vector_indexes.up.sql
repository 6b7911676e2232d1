-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- The indexes over vectors. IVFFlat looks for its lists among the rows that are there when it is built, so it comes behind them; rebuild it (REINDEX
-- INDEX CONCURRENTLY) when they have become many more.

-- IVFFlat keeps a sample of 10,000 rows in memory while it looks for its lists: 65 MB at 1,536 dimensions, and PostgreSQL's own setting is 64 MB. With
-- fewer rows than lists it does not ask, so that an empty database does not show it. HNSW is the faster built the more of it there is.
SET maintenance_work_mem = '256MB';

CREATE INDEX CONCURRENTLY idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops);
CREATE INDEX CONCURRENTLY idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops) WITH (lists = 100);
