-- SPDX-License-Identifier: Apache-2.0
-- Hybrid search: the best of full text and the best of the embeddings, merged by reciprocal rank fusion (Cormack, Clarke,
-- Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods, SIGIR 2009; 60 is theirs).
-- For libSQL.
--
-- :user       whose memories; no others are looked at
-- :words      what was typed. Each word is quoted, so nothing in it is a search operator; any of them may match
-- :embedding  32-bit floats, little-endian, of as many dimensions as those that are stored; others are left out
-- :limit      how many to return
WITH
    by_words AS MATERIALIZED (
        -- A word in the title weighs four times as much as one in the content, a tag twice.
        SELECT memories.id, bm25(memories_fts, 4.0, 1.0, 2.0) AS score
        FROM memories_fts JOIN memories ON memories.id = memories_fts.rowid
        WHERE memories_fts MATCH '"' || replace(replace(:words, '"', '""'), ' ', '" OR "') || '"'
            AND memories.user_id = :user AND memories.is_archived = 0
        ORDER BY score, memories.id LIMIT 100
    ),
    by_meaning AS MATERIALIZED (
        SELECT id, vector_distance_cos(embedding, :embedding) AS distance
        FROM memories
        WHERE user_id = :user AND is_archived = 0 AND length(embedding) = length(:embedding)
        ORDER BY distance, id LIMIT 100
    ),
    -- Equals share a rank, so that none gains by its number.
    ranks AS (
        SELECT id, rank() OVER (ORDER BY score) AS place FROM by_words
        UNION ALL
        SELECT id, rank() OVER (ORDER BY distance) AS place FROM by_meaning
    )
SELECT memories.id, memories.title, sum(1.0 / (60 + ranks.place)) AS score
FROM ranks JOIN memories ON memories.id = ranks.id
GROUP BY memories.id
ORDER BY score DESC, memories.id
LIMIT :limit;
