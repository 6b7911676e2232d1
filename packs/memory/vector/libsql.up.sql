-- SPDX-License-Identifier: Apache-2.0
-- A vector index by libSQL (DiskANN, approximate). libSQL indexes columns of its own vector types, which a STRICT table cannot
-- have, so the embeddings of 1536 dimensions have a table for it. F32_BLOB is stored as they are: floats, little-endian.
-- Each node of the index holds its neighbours' vectors. By default they are floats of so many that an embedding takes some 300 KB
-- and more; their signs alone, of at most 32 neighbours, take 13 KB, and are compared only to find the way.

CREATE TABLE memory_vectors (
    memory_id INTEGER PRIMARY KEY REFERENCES memories (id) ON DELETE CASCADE,
    embedding F32_BLOB(1536) NOT NULL
);

INSERT INTO memory_vectors (memory_id, embedding) SELECT id, embedding FROM memories WHERE length(embedding) = 6144;

CREATE INDEX idx_memory_vectors ON memory_vectors (
    libsql_vector_idx(embedding, 'metric=cosine', 'compress_neighbors=float1bit', 'max_neighbors=32')
);

CREATE TRIGGER memory_vectors_insert AFTER INSERT ON memories WHEN length(new.embedding) = 6144 BEGIN
    INSERT INTO memory_vectors (memory_id, embedding) VALUES (new.id, new.embedding);
END;

CREATE TRIGGER memory_vectors_update AFTER UPDATE OF id, embedding ON memories BEGIN
    DELETE FROM memory_vectors WHERE memory_id = old.id;
    INSERT INTO memory_vectors (memory_id, embedding) SELECT new.id, new.embedding WHERE length(new.embedding) = 6144;
END;
