-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms

DROP TRIGGER carry_task_status ON mcp.tasks;
DROP FUNCTION mcp.carry_task_status();
DROP TRIGGER carry_key_type ON mcp.api_keys;
DROP FUNCTION mcp.carry_key_type();
ALTER TABLE mcp.embeddings
  DROP COLUMN idf_scores,
  DROP COLUMN document_length,
  DROP COLUMN term_frequencies,
  DROP COLUMN content_tsvector,
  DROP COLUMN generation_time_ms,
  DROP COLUMN cost_usd,
  DROP COLUMN task_type,
  DROP COLUMN agent_id,
  DROP COLUMN normalized_embedding;
ALTER TABLE mcp.workspace_members
  DROP COLUMN role;
ALTER TABLE mcp.workspaces
  DROP COLUMN visibility;
ALTER TABLE mcp.workflows
  DROP COLUMN status,
  DROP COLUMN type;
ALTER TABLE mcp.task_delegations
  DROP COLUMN delegation_type;
ALTER TABLE mcp.tasks
  DROP COLUMN delegation_count,
  DROP COLUMN max_delegations,
  DROP COLUMN escalated_at,
  DROP COLUMN escalation_timeout,
  DROP COLUMN auto_escalate,
  DROP COLUMN deadline,
  DROP COLUMN priority,
  DROP COLUMN status;
ALTER TABLE mcp.agents
  DROP COLUMN last_seen_at;
ALTER TABLE mcp.api_keys
  DROP COLUMN allowed_services,
  DROP COLUMN parent_key_id,
  DROP COLUMN key_type;
