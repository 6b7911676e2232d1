-- SPDX-License-Identifier: Apache-2.0
-- What the application asks of the memory store. Nothing here is run by 'plumbline workload': each query is explained.

-- name: memories of a user
SELECT id, title, content, importance, tags FROM memories WHERE user_id = :user;

-- name: memories of a user by type
SELECT id, title, content, importance, tags FROM memories WHERE user_id = :user AND memory_type = :type;

-- name: most important memories
SELECT id, title, content, importance, tags FROM memories WHERE user_id = :user ORDER BY importance DESC LIMIT :limit;

-- name: newest memories, not archived
SELECT id, title, content, created_at FROM memories WHERE user_id = :user AND is_archived = 0 ORDER BY created_at DESC LIMIT :limit;

-- name: memory search, last changed first
SELECT id, title, content, updated_at FROM memories
WHERE user_id = :user AND (title LIKE '%' || :words || '%' OR content LIKE '%' || :words || '%')
ORDER BY updated_at DESC LIMIT :limit;

-- name: newest memories of everybody
SELECT id, user_id, title, created_at FROM memories ORDER BY created_at DESC LIMIT :limit;

-- name: full text
SELECT memories.id, memories.title FROM memories_fts JOIN memories ON memories.id = memories_fts.rowid
WHERE memories_fts MATCH :words AND memories.user_id = :user ORDER BY memories_fts.rank LIMIT :limit;

-- name: nearest embedding
-- The application computes the distances; with sqlite-vec or libSQL the database does, in search/.
SELECT id, embedding FROM memories WHERE user_id = :user AND is_archived = 0 AND embedding IS NOT NULL;

-- name: entities of a user, newest first
SELECT id, name, entity_type, created_at FROM entities WHERE user_id = :user ORDER BY created_at DESC LIMIT :limit;

-- name: entities of a user by type
SELECT id, name, importance FROM entities WHERE user_id = :user AND entity_type = :type;

-- name: most important entities
SELECT id, name, importance FROM entities WHERE user_id = :user ORDER BY importance DESC LIMIT :limit;

-- name: entities by full text
SELECT entities.id, entities.name FROM entities_fts JOIN entities ON entities.id = entities_fts.rowid
WHERE entities_fts MATCH :words AND entities.user_id = :user ORDER BY entities_fts.rank LIMIT :limit;

-- name: interactions since a day
SELECT entity_id, interaction_type, summary, interaction_date FROM interactions
WHERE user_id = :user AND interaction_date >= :day ORDER BY interaction_date DESC;

-- name: interactions with an entity
SELECT interaction_type, summary, interaction_date FROM interactions WHERE entity_id = :entity;

-- name: usage by day
SELECT usage_date, count(*), sum(input_tokens), sum(output_tokens), sum(cost_usd) FROM api_usage_tracking
WHERE user_id = :user AND provider = :provider AND usage_date >= :day GROUP BY usage_date ORDER BY usage_date;

-- name: user by address
SELECT id, name, is_active FROM users WHERE email = :email;

-- name: user by key
SELECT id, name, is_active FROM users WHERE api_key_hash = :hash;

-- name: count a visit
UPDATE entities SET interaction_count = interaction_count + 1, last_interaction = :now WHERE id = :entity AND user_id = :user;

-- name: archive what is old
UPDATE memories SET is_archived = 1 WHERE user_id = :user AND is_archived = 0 AND updated_at < :before;
