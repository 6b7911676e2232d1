-- SPDX-License-Identifier: Apache-2.0

-- The newest entities of a user, and a user's memories by their last change, in order and without a sort.
CREATE INDEX idx_entities_user_created ON entities (user_id, created_at DESC);
CREATE INDEX idx_memories_user_updated ON memories (user_id, updated_at DESC);
