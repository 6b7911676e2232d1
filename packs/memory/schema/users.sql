-- SPDX-License-Identifier: Apache-2.0

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

CREATE UNIQUE INDEX idx_users_email ON users (email);
CREATE UNIQUE INDEX idx_users_api_key_hash ON users (api_key_hash);
