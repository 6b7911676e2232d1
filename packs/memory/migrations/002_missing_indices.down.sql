-- SPDX-License-Identifier: Apache-2.0

DROP INDEX idx_memories_user_updated;
DROP INDEX idx_entities_user_created;
