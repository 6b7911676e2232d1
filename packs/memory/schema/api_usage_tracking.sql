-- SPDX-License-Identifier: Apache-2.0

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

CREATE INDEX idx_api_usage_user_provider_date ON api_usage_tracking (user_id, provider, usage_date);
