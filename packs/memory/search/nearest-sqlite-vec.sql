-- SPDX-License-Identifier: Apache-2.0
-- The nearest memories of a user by the vector index of vector/sqlite-vec.up.sql, exact.
--
-- :user, :embedding, :limit  as in hybrid-sqlite.sql
SELECT memory_id, distance FROM memory_vectors
WHERE embedding MATCH :embedding AND k = :limit AND user_id = :user
ORDER BY distance;
