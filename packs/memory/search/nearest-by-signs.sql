-- SPDX-License-Identifier: Apache-2.0
-- The nearest memories of a user, approximate: candidates by the signs of their embeddings, put in order by the embeddings.
--
-- :user, :embedding, :limit  as in hybrid-sqlite.sql
-- :candidates                how many to look at; ten times the limit finds nearly all
SELECT memories.id, vec_distance_cosine(memories.embedding, :embedding) AS distance
FROM memories
WHERE memories.id IN (
    SELECT memory_id FROM memory_signs
    WHERE embedding MATCH vec_quantize_binary(:embedding) AND k = :candidates AND user_id = :user
)
ORDER BY distance LIMIT :limit;
