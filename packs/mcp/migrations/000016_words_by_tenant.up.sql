-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- A tenant's texts with a word are found in an index by tenant and word. That by words alone gives all tenants' texts with it, of which most are thrown away.

-- The key of a tenant in an index for words; a trusted extension of PostgreSQL's own.
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

-- The one of before serves until the new one is built.
ALTER INDEX mcp.idx_embeddings_tsvector RENAME TO idx_embeddings_words_of_all;
CREATE INDEX CONCURRENTLY idx_embeddings_tsvector ON mcp.embeddings USING gin (tenant_id, content_tsvector);
DROP INDEX CONCURRENTLY mcp.idx_embeddings_words_of_all;
