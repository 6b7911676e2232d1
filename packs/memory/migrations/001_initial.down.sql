-- SPDX-License-Identifier: Apache-2.0

DROP TABLE memories_fts;
DROP TABLE entities_fts;
DROP TABLE api_usage_tracking;
DROP TABLE interactions;
DROP TABLE memories;
DROP TABLE entities;
DROP TABLE users;
