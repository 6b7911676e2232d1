-- SPDX-License-Identifier: Apache-2.0
-- A vector index by sqlite-vec, which the connection must have loaded. It holds a copy of each embedding, apart by user, and
-- of each the signs alone (a thirty-second of the space) to find candidates by. Embeddings of another length than 1536 are
-- not in it.

-- Each user takes space for a multiple of 64 embeddings.
CREATE VIRTUAL TABLE memory_vectors USING vec0(
    memory_id INTEGER PRIMARY KEY,
    user_id TEXT PARTITION KEY,
    embedding FLOAT[1536] DISTANCE_METRIC=cosine,
    chunk_size=64
);

CREATE VIRTUAL TABLE memory_signs USING vec0(
    memory_id INTEGER PRIMARY KEY,
    user_id TEXT PARTITION KEY,
    embedding BIT[1536],
    chunk_size=64
);

INSERT INTO memory_vectors (memory_id, user_id, embedding) SELECT id, user_id, embedding FROM memories WHERE length(embedding) = 6144;
INSERT INTO memory_signs (memory_id, user_id, embedding) SELECT id, user_id, vec_quantize_binary(embedding) FROM memories WHERE length(embedding) = 6144;

CREATE TRIGGER memory_vectors_insert AFTER INSERT ON memories WHEN length(new.embedding) = 6144 BEGIN
    INSERT INTO memory_vectors (memory_id, user_id, embedding) VALUES (new.id, new.user_id, new.embedding);
    INSERT INTO memory_signs (memory_id, user_id, embedding) VALUES (new.id, new.user_id, vec_quantize_binary(new.embedding));
END;

CREATE TRIGGER memory_vectors_delete AFTER DELETE ON memories WHEN length(old.embedding) = 6144 BEGIN
    DELETE FROM memory_vectors WHERE memory_id = old.id;
    DELETE FROM memory_signs WHERE memory_id = old.id;
END;

-- One before and one after, so that what is old is gone before what is new comes. (A vector that passes through the SELECT of
-- an INSERT in a trigger loses its type, so each comes by VALUES.)
CREATE TRIGGER memory_vectors_update_old BEFORE UPDATE OF id, user_id, embedding ON memories WHEN length(old.embedding) = 6144 BEGIN
    DELETE FROM memory_vectors WHERE memory_id = old.id;
    DELETE FROM memory_signs WHERE memory_id = old.id;
END;

CREATE TRIGGER memory_vectors_update_new AFTER UPDATE OF id, user_id, embedding ON memories WHEN length(new.embedding) = 6144 BEGIN
    INSERT INTO memory_vectors (memory_id, user_id, embedding) VALUES (new.id, new.user_id, new.embedding);
    INSERT INTO memory_signs (memory_id, user_id, embedding) VALUES (new.id, new.user_id, vec_quantize_binary(new.embedding));
END;
