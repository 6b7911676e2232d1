-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- What was there for the application of yesterday goes: type, state, and foreign keys that did not ask for the tenant.

-- The defaults first: without the trigger a row that names no status would have none.
ALTER TABLE mcp.tasks ALTER COLUMN status SET DEFAULT 'pending';
ALTER TABLE mcp.api_keys ALTER COLUMN key_type SET DEFAULT 'user';
DROP TRIGGER carry_task_status ON mcp.tasks;
DROP FUNCTION mcp.carry_task_status();
DROP TRIGGER carry_key_type ON mcp.api_keys;
DROP FUNCTION mcp.carry_key_type();
ALTER TABLE mcp.api_keys DROP COLUMN type;
ALTER TABLE mcp.tasks DROP COLUMN state;
ALTER TABLE mcp.api_keys DROP CONSTRAINT api_keys_user_id_fkey;
ALTER TABLE mcp.model_prices DROP CONSTRAINT model_prices_model_id_fkey;
ALTER TABLE mcp.agents DROP CONSTRAINT agents_model_id_fkey;
ALTER TABLE mcp.contexts DROP CONSTRAINT contexts_agent_id_fkey;
ALTER TABLE mcp.context_items DROP CONSTRAINT context_items_context_id_fkey;
ALTER TABLE mcp.prompt_versions DROP CONSTRAINT prompt_versions_prompt_id_fkey;
ALTER TABLE mcp.tasks DROP CONSTRAINT tasks_agent_id_fkey;
ALTER TABLE mcp.task_delegations DROP CONSTRAINT task_delegations_to_agent_id_fkey;
ALTER TABLE mcp.workflow_steps DROP CONSTRAINT workflow_steps_workflow_id_fkey;
ALTER TABLE mcp.workflow_executions DROP CONSTRAINT workflow_executions_workflow_id_fkey;
ALTER TABLE mcp.workflow_execution_steps DROP CONSTRAINT workflow_execution_steps_execution_id_fkey;
ALTER TABLE mcp.workspace_members DROP CONSTRAINT workspace_members_workspace_id_fkey;
ALTER TABLE mcp.workspace_members DROP CONSTRAINT workspace_members_user_id_fkey;
ALTER TABLE mcp.workspace_documents DROP CONSTRAINT workspace_documents_workspace_id_fkey;
ALTER TABLE mcp.document_versions DROP CONSTRAINT document_versions_document_id_fkey;
ALTER TABLE mcp.team_members DROP CONSTRAINT team_members_team_id_fkey;
ALTER TABLE mcp.webhook_configs DROP CONSTRAINT webhook_configs_integration_id_fkey;
ALTER TABLE mcp.embeddings DROP CONSTRAINT embeddings_context_id_fkey;
