-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- The indexes that are missing, built while the tables are written to, each outside a transaction. On a partitioned table that cannot be done at once:
-- the index is declared for the table alone, built on the partition, and the two are joined. Those over vectors follow in 000008, because one of them
-- learns from the rows that are there.

CREATE UNIQUE INDEX CONCURRENTLY users_tenant_id_id_key ON mcp.users (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_api_keys_parent_key_id ON mcp.api_keys (parent_key_id) WHERE parent_key_id IS NOT NULL;
CREATE INDEX CONCURRENTLY idx_api_keys_key_type ON mcp.api_keys (tenant_id, key_type);
CREATE INDEX CONCURRENTLY idx_api_keys_authentication ON mcp.api_keys (key_prefix) INCLUDE (id, tenant_id, key_hash, is_active, expires_at);
CREATE UNIQUE INDEX CONCURRENTLY api_keys_tenant_id_id_key ON mcp.api_keys (tenant_id, id);
CREATE UNIQUE INDEX CONCURRENTLY models_tenant_id_id_key ON mcp.models (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_agents_last_seen ON mcp.agents (tenant_id, last_seen_at DESC);
CREATE UNIQUE INDEX CONCURRENTLY agents_tenant_id_id_key ON mcp.agents (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_agent_sessions_tenant ON mcp.agent_sessions (tenant_id);
CREATE INDEX CONCURRENTLY idx_agent_messages_to_agent_id ON mcp.agent_messages (to_agent_id);
CREATE INDEX CONCURRENTLY idx_agent_messages_tenant ON mcp.agent_messages (tenant_id);
CREATE INDEX CONCURRENTLY idx_contexts_metadata ON mcp.contexts USING gin (metadata jsonb_path_ops);
CREATE UNIQUE INDEX CONCURRENTLY contexts_tenant_id_id_key ON mcp.contexts (tenant_id, id);
CREATE UNIQUE INDEX CONCURRENTLY prompts_tenant_id_name_key ON mcp.prompts (tenant_id, name);
CREATE UNIQUE INDEX CONCURRENTLY prompts_tenant_id_id_key ON mcp.prompts (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_prompt_versions_tenant ON mcp.prompt_versions (tenant_id);
CREATE INDEX idx_tasks_status ON ONLY mcp.tasks (tenant_id, status, priority);
CREATE INDEX CONCURRENTLY tasks_default_tenant_id_status_priority_idx ON mcp.tasks_default (tenant_id, status, priority);
ALTER INDEX mcp.idx_tasks_status ATTACH PARTITION mcp.tasks_default_tenant_id_status_priority_idx;
CREATE INDEX idx_tasks_deadline ON ONLY mcp.tasks (deadline) WHERE deadline IS NOT NULL AND auto_escalate;
CREATE INDEX CONCURRENTLY tasks_default_deadline_idx ON mcp.tasks_default (deadline) WHERE deadline IS NOT NULL AND auto_escalate;
ALTER INDEX mcp.idx_tasks_deadline ATTACH PARTITION mcp.tasks_default_deadline_idx;
CREATE INDEX idx_tasks_input_data ON ONLY mcp.tasks USING gin (input_data jsonb_path_ops);
CREATE INDEX CONCURRENTLY tasks_default_input_data_idx ON mcp.tasks_default USING gin (input_data jsonb_path_ops);
ALTER INDEX mcp.idx_tasks_input_data ATTACH PARTITION mcp.tasks_default_input_data_idx;
CREATE INDEX CONCURRENTLY idx_task_delegations_tenant ON mcp.task_delegations (tenant_id);
CREATE INDEX CONCURRENTLY idx_workflows_status ON mcp.workflows (tenant_id, status);
CREATE UNIQUE INDEX CONCURRENTLY workflows_tenant_id_id_key ON mcp.workflows (tenant_id, id);
CREATE UNIQUE INDEX CONCURRENTLY workflow_steps_workflow_id_position_key ON mcp.workflow_steps (workflow_id, position);
CREATE UNIQUE INDEX CONCURRENTLY workflow_steps_tenant_id_id_key ON mcp.workflow_steps (tenant_id, id);
CREATE UNIQUE INDEX CONCURRENTLY workflow_executions_tenant_id_id_key ON mcp.workflow_executions (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_workflow_execution_steps_tenant ON mcp.workflow_execution_steps (tenant_id);
CREATE UNIQUE INDEX CONCURRENTLY workspaces_tenant_id_id_key ON mcp.workspaces (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_workspace_members_tenant ON mcp.workspace_members (tenant_id);
CREATE UNIQUE INDEX CONCURRENTLY workspace_documents_tenant_id_id_key ON mcp.workspace_documents (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_document_versions_tenant ON mcp.document_versions (tenant_id);
CREATE UNIQUE INDEX CONCURRENTLY teams_tenant_id_id_key ON mcp.teams (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_team_members_tenant ON mcp.team_members (tenant_id);
CREATE INDEX CONCURRENTLY idx_notifications_user_id ON mcp.notifications (user_id);
CREATE UNIQUE INDEX CONCURRENTLY integrations_tenant_id_id_key ON mcp.integrations (tenant_id, id);
CREATE INDEX CONCURRENTLY idx_webhook_configs_tenant ON mcp.webhook_configs (tenant_id);
CREATE INDEX CONCURRENTLY idx_events_data ON mcp.events USING gin (event_data jsonb_path_ops);
CREATE INDEX CONCURRENTLY idx_events_created_brin ON mcp.events USING brin (created_at);
CREATE INDEX idx_audit_log_created_brin ON ONLY mcp.audit_log USING brin (created_at);
CREATE INDEX CONCURRENTLY audit_log_default_created_at_idx ON mcp.audit_log_default USING brin (created_at);
ALTER INDEX mcp.idx_audit_log_created_brin ATTACH PARTITION mcp.audit_log_default_created_at_idx;
CREATE INDEX CONCURRENTLY idx_embeddings_tsvector ON mcp.embeddings USING gin (content_tsvector);
CREATE INDEX CONCURRENTLY idx_embeddings_task_type ON mcp.embeddings (tenant_id, task_type) WHERE task_type IS NOT NULL;
CREATE INDEX CONCURRENTLY idx_embeddings_metadata ON mcp.embeddings USING gin (metadata jsonb_path_ops);
CREATE INDEX CONCURRENTLY idx_embeddings_agent_id ON mcp.embeddings (agent_id);
