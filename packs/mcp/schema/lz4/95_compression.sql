-- SPDX-License-Identifier: Apache-2.0
-- Needs a server that was built with lz4, as those of Linux distributions are; the embedded one is not.

ALTER TABLE mcp.tool_configurations ALTER COLUMN api_spec SET COMPRESSION lz4;
