-- SPDX-License-Identifier: Apache-2.0

-- People, organisations, places and things that a user's memories are about.
CREATE TABLE entities (
    id                INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id           TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name              TEXT    NOT NULL CHECK (name <> ''),
    entity_type       TEXT    NOT NULL CHECK (entity_type IN ('person', 'organization', 'place', 'project', 'event', 'topic', 'other')),
    person_type       TEXT    CHECK (person_type IS NULL OR entity_type = 'person'),
    email             TEXT,
    phone             TEXT,
    company           TEXT,
    position          TEXT,
    website           TEXT,
    address           TEXT,
    notes             TEXT,
    importance        INTEGER NOT NULL DEFAULT 5 CHECK (importance BETWEEN 1 AND 10),
    tags              TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags) AND json_type(tags) = 'array'),
    relationships     TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(relationships) AND json_type(relationships) = 'array'),
    last_interaction  TEXT,
    interaction_count INTEGER NOT NULL DEFAULT 0 CHECK (interaction_count >= 0),
    created_at        TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at        TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

CREATE INDEX idx_entities_user_type ON entities (user_id, entity_type);
CREATE INDEX idx_entities_user_importance ON entities (user_id, importance DESC);
CREATE INDEX idx_entities_user_created ON entities (user_id, created_at DESC);

-- The words of entities, found by full text. It holds no copy of the columns: these triggers tell it of each change.
CREATE VIRTUAL TABLE entities_fts USING fts5(name, company, notes, tags, content = 'entities', content_rowid = 'id', tokenize = 'porter unicode61');

CREATE TRIGGER entities_fts_insert AFTER INSERT ON entities BEGIN
    INSERT INTO entities_fts (rowid, name, company, notes, tags) VALUES (new.id, new.name, new.company, new.notes, new.tags);
END;

CREATE TRIGGER entities_fts_delete AFTER DELETE ON entities BEGIN
    INSERT INTO entities_fts (entities_fts, rowid, name, company, notes, tags) VALUES ('delete', old.id, old.name, old.company, old.notes, old.tags);
END;

CREATE TRIGGER entities_fts_update AFTER UPDATE OF id, name, company, notes, tags ON entities BEGIN
    INSERT INTO entities_fts (entities_fts, rowid, name, company, notes, tags) VALUES ('delete', old.id, old.name, old.company, old.notes, old.tags);
    INSERT INTO entities_fts (rowid, name, company, notes, tags) VALUES (new.id, new.name, new.company, new.notes, new.tags);
END;
