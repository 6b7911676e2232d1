-- SPDX-License-Identifier: Apache-2.0
-- The tables as they are, under the indexes as they were before the eleven. Which of them are reconstructed, and how, is in ../README.md.

CREATE TABLE users (
    id             TEXT    NOT NULL PRIMARY KEY CHECK (id <> ''),
    email          TEXT    NOT NULL COLLATE NOCASE CHECK (email LIKE '_%@_%'),
    name           TEXT,
    api_key_hash   TEXT,
    oauth_provider TEXT,
    oauth_subject  TEXT,
    is_active      INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    metadata       TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(metadata) AND json_type(metadata) = 'object'),
    created_at     TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at     TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CHECK ((oauth_provider IS NULL) = (oauth_subject IS NULL))
) STRICT;

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

CREATE TABLE memories (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id     TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    title       TEXT    NOT NULL,
    content     TEXT    NOT NULL,
    memory_type TEXT    NOT NULL DEFAULT 'note' CHECK (memory_type IN ('note', 'fact', 'preference', 'event', 'task', 'conversation', 'other')),
    importance  INTEGER NOT NULL DEFAULT 5 CHECK (importance BETWEEN 1 AND 10),
    tags        TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(tags) AND json_type(tags) = 'array'),
    entity_ids  TEXT    NOT NULL DEFAULT '[]' CHECK (json_valid(entity_ids) AND json_type(entity_ids) = 'array'),
    source      TEXT,
    is_archived INTEGER NOT NULL DEFAULT 0 CHECK (is_archived IN (0, 1)),
    created_at  TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    updated_at  TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    -- An array of numbers, written as JSON.
    embedding   TEXT    CHECK (embedding IS NULL OR json_valid(embedding) AND json_type(embedding) = 'array')
) STRICT;

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

-- One row for each call of a model's API.
CREATE TABLE api_usage_tracking (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id       TEXT    NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    provider      TEXT    NOT NULL CHECK (provider <> ''),
    model         TEXT,
    input_tokens  INTEGER NOT NULL DEFAULT 0 CHECK (input_tokens >= 0),
    output_tokens INTEGER NOT NULL DEFAULT 0 CHECK (output_tokens >= 0),
    cost_usd      REAL    NOT NULL DEFAULT 0 CHECK (cost_usd >= 0),
    usage_date    TEXT    NOT NULL DEFAULT CURRENT_DATE,
    created_at    TEXT    NOT NULL DEFAULT CURRENT_TIMESTAMP
) STRICT;

-- The words of memories, found by full text. It holds no copy of the columns: these triggers tell it of each change.
CREATE VIRTUAL TABLE memories_fts USING fts5(title, content, tags, content = 'memories', content_rowid = 'id', tokenize = 'porter unicode61');

CREATE TRIGGER memories_fts_insert AFTER INSERT ON memories BEGIN
    INSERT INTO memories_fts (rowid, title, content, tags) VALUES (new.id, new.title, new.content, new.tags);
END;

CREATE TRIGGER memories_fts_delete AFTER DELETE ON memories BEGIN
    INSERT INTO memories_fts (memories_fts, rowid, title, content, tags) VALUES ('delete', old.id, old.title, old.content, old.tags);
END;

CREATE TRIGGER memories_fts_update AFTER UPDATE OF id, title, content, tags ON memories BEGIN
    INSERT INTO memories_fts (memories_fts, rowid, title, content, tags) VALUES ('delete', old.id, old.title, old.content, old.tags);
    INSERT INTO memories_fts (rowid, title, content, tags) VALUES (new.id, new.title, new.content, new.tags);
END;

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

CREATE UNIQUE INDEX idx_users_email ON users (email);
CREATE UNIQUE INDEX idx_users_api_key_hash ON users (api_key_hash);
CREATE INDEX idx_users_id ON users (id);
CREATE INDEX idx_users_is_active ON users (is_active);
CREATE INDEX idx_entities_user_type ON entities (user_id, entity_type);
CREATE INDEX idx_entities_user_importance ON entities (user_id, importance DESC);
CREATE INDEX idx_entities_user_id ON entities (user_id);
CREATE INDEX idx_entities_type ON entities (entity_type);
CREATE INDEX idx_entities_name ON entities (name);
CREATE INDEX idx_entities_importance ON entities (importance DESC);
CREATE INDEX idx_memories_user_type ON memories (user_id, memory_type);
CREATE INDEX idx_memories_user_importance ON memories (user_id, importance DESC);
CREATE INDEX idx_memories_user_archived ON memories (user_id, is_archived);
CREATE INDEX idx_memories_created_at ON memories (created_at DESC);
CREATE INDEX idx_memories_user_id ON memories (user_id);
CREATE INDEX idx_memories_type ON memories (memory_type);
CREATE INDEX idx_memories_importance ON memories (importance DESC);
CREATE INDEX idx_interactions_user_date ON interactions (user_id, interaction_date);
CREATE INDEX idx_interactions_entity ON interactions (entity_id);
CREATE INDEX idx_interactions_user_id ON interactions (user_id);
CREATE INDEX idx_api_usage_user_provider_date ON api_usage_tracking (user_id, provider, usage_date);
CREATE INDEX idx_api_usage_user_id ON api_usage_tracking (user_id);
CREATE INDEX idx_api_usage_user_provider ON api_usage_tracking (user_id, provider);
