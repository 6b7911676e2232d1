-- SPDX-License-Identifier: Apache-2.0

-- What a user had to do with an entity, and when.
CREATE TABLE interactions (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id          TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    entity_id        INTEGER REFERENCES entities (id) ON DELETE SET NULL,
    interaction_type TEXT    NOT NULL CHECK (interaction_type <> ''),
    summary          TEXT,
    metadata         TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
    interaction_date TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    created_at       TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

CREATE INDEX idx_interactions_user_date ON interactions (user_id, interaction_date);
CREATE INDEX idx_interactions_entity ON interactions (entity_id);
