-- SPDX-License-Identifier: Apache-2.0

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
    -- 32-bit floats, little-endian, one after the other: the form of sqlite-vec and of libSQL's F32_BLOB.
    embedding   BLOB    CHECK (length(embedding) % 4 = 0)
) STRICT;

CREATE INDEX idx_memories_user_type ON memories (user_id, memory_type);
CREATE INDEX idx_memories_user_importance ON memories (user_id, importance DESC);
CREATE INDEX idx_memories_user_archived ON memories (user_id, is_archived);
CREATE INDEX idx_memories_created_at ON memories (created_at DESC);
CREATE INDEX idx_memories_user_updated ON memories (user_id, updated_at DESC);

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
