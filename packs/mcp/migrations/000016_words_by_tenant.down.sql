-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction

ALTER INDEX mcp.idx_embeddings_tsvector RENAME TO idx_embeddings_words_of_one;
CREATE INDEX CONCURRENTLY idx_embeddings_tsvector ON mcp.embeddings USING gin (content_tsvector);
DROP INDEX CONCURRENTLY mcp.idx_embeddings_words_of_one;
DROP EXTENSION btree_gin;
