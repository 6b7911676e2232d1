-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The rows from before are checked, while others read and write. A row that does not fit stops it here, with its place; nothing is lost, and it goes on
-- from there once the row is put right.

ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_key_type_filled;
ALTER TABLE mcp.tasks VALIDATE CONSTRAINT tasks_status_filled;
ALTER TABLE mcp.users VALIDATE CONSTRAINT users_status_check;
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_tenant_id_user_id_fkey;
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_tenant_id_parent_key_id_fkey;
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_key_type_check;
ALTER TABLE mcp.api_keys VALIDATE CONSTRAINT api_keys_key_hash_check;
ALTER TABLE mcp.models VALIDATE CONSTRAINT models_tenant_id_fkey;
ALTER TABLE mcp.model_prices VALIDATE CONSTRAINT model_prices_tenant_id_model_id_fkey;
ALTER TABLE mcp.model_prices VALIDATE CONSTRAINT model_prices_tenant_id_fkey;
ALTER TABLE mcp.agents VALIDATE CONSTRAINT agents_tenant_id_model_id_fkey;
ALTER TABLE mcp.agents VALIDATE CONSTRAINT agents_tenant_id_fkey;
ALTER TABLE mcp.agent_sessions VALIDATE CONSTRAINT agent_sessions_tenant_id_agent_id_fkey;
ALTER TABLE mcp.agent_sessions VALIDATE CONSTRAINT agent_sessions_tenant_id_fkey;
ALTER TABLE mcp.agent_messages VALIDATE CONSTRAINT agent_messages_tenant_id_from_agent_id_fkey;
ALTER TABLE mcp.agent_messages VALIDATE CONSTRAINT agent_messages_tenant_id_to_agent_id_fkey;
ALTER TABLE mcp.agent_messages VALIDATE CONSTRAINT agent_messages_tenant_id_fkey;
ALTER TABLE mcp.contexts VALIDATE CONSTRAINT contexts_tenant_id_agent_id_fkey;
ALTER TABLE mcp.contexts VALIDATE CONSTRAINT contexts_token_count_check;
ALTER TABLE mcp.contexts VALIDATE CONSTRAINT contexts_tenant_id_fkey;
ALTER TABLE mcp.context_items VALIDATE CONSTRAINT context_items_tenant_id_context_id_fkey;
ALTER TABLE mcp.context_items VALIDATE CONSTRAINT context_items_tenant_id_fkey;
ALTER TABLE mcp.prompts VALIDATE CONSTRAINT prompts_tenant_id_fkey;
ALTER TABLE mcp.prompt_versions VALIDATE CONSTRAINT prompt_versions_tenant_id_prompt_id_fkey;
ALTER TABLE mcp.prompt_versions VALIDATE CONSTRAINT prompt_versions_tenant_id_fkey;
ALTER TABLE mcp.tasks_default VALIDATE CONSTRAINT tasks_tenant_id_agent_id_fkey;
ALTER TABLE mcp.tasks VALIDATE CONSTRAINT tasks_max_delegations_check;
ALTER TABLE mcp.task_delegations VALIDATE CONSTRAINT task_delegations_tenant_id_to_agent_id_fkey;
ALTER TABLE mcp.task_delegations VALIDATE CONSTRAINT task_delegations_tenant_id_from_agent_id_fkey;
ALTER TABLE mcp.task_delegations VALIDATE CONSTRAINT task_delegations_tenant_id_fkey;
ALTER TABLE mcp.task_dependencies VALIDATE CONSTRAINT task_dependencies_tenant_id_fkey;
ALTER TABLE mcp.workflows VALIDATE CONSTRAINT workflows_tenant_id_created_by_fkey;
ALTER TABLE mcp.workflows VALIDATE CONSTRAINT workflows_definition_check;
ALTER TABLE mcp.workflows VALIDATE CONSTRAINT workflows_tenant_id_fkey;
ALTER TABLE mcp.workflow_steps VALIDATE CONSTRAINT workflow_steps_tenant_id_workflow_id_fkey;
ALTER TABLE mcp.workflow_steps VALIDATE CONSTRAINT workflow_steps_tenant_id_fkey;
ALTER TABLE mcp.workflow_executions VALIDATE CONSTRAINT workflow_executions_tenant_id_workflow_id_fkey;
ALTER TABLE mcp.workflow_executions VALIDATE CONSTRAINT workflow_executions_tenant_id_fkey;
ALTER TABLE mcp.workflow_execution_steps VALIDATE CONSTRAINT workflow_execution_steps_tenant_id_execution_id_fkey;
ALTER TABLE mcp.workflow_execution_steps VALIDATE CONSTRAINT workflow_execution_steps_tenant_id_step_id_fkey;
ALTER TABLE mcp.workflow_execution_steps VALIDATE CONSTRAINT workflow_execution_steps_tenant_id_fkey;
ALTER TABLE mcp.workspaces VALIDATE CONSTRAINT workspaces_tenant_id_fkey;
ALTER TABLE mcp.workspace_members VALIDATE CONSTRAINT workspace_members_tenant_id_workspace_id_fkey;
ALTER TABLE mcp.workspace_members VALIDATE CONSTRAINT workspace_members_tenant_id_user_id_fkey;
ALTER TABLE mcp.workspace_members VALIDATE CONSTRAINT workspace_members_tenant_id_fkey;
ALTER TABLE mcp.workspace_documents VALIDATE CONSTRAINT workspace_documents_tenant_id_workspace_id_fkey;
ALTER TABLE mcp.workspace_documents VALIDATE CONSTRAINT workspace_documents_version_check;
ALTER TABLE mcp.workspace_documents VALIDATE CONSTRAINT workspace_documents_tenant_id_fkey;
ALTER TABLE mcp.document_versions VALIDATE CONSTRAINT document_versions_tenant_id_document_id_fkey;
ALTER TABLE mcp.document_versions VALIDATE CONSTRAINT document_versions_tenant_id_fkey;
ALTER TABLE mcp.teams VALIDATE CONSTRAINT teams_tenant_id_fkey;
ALTER TABLE mcp.team_members VALIDATE CONSTRAINT team_members_tenant_id_team_id_fkey;
ALTER TABLE mcp.team_members VALIDATE CONSTRAINT team_members_tenant_id_user_id_fkey;
ALTER TABLE mcp.team_members VALIDATE CONSTRAINT team_members_tenant_id_fkey;
ALTER TABLE mcp.notifications VALIDATE CONSTRAINT notifications_tenant_id_user_id_fkey;
ALTER TABLE mcp.notifications VALIDATE CONSTRAINT notifications_tenant_id_fkey;
ALTER TABLE mcp.integrations VALIDATE CONSTRAINT integrations_tenant_id_fkey;
ALTER TABLE mcp.webhook_configs VALIDATE CONSTRAINT webhook_configs_tenant_id_integration_id_fkey;
ALTER TABLE mcp.webhook_configs VALIDATE CONSTRAINT webhook_configs_url_check;
ALTER TABLE mcp.webhook_configs VALIDATE CONSTRAINT webhook_configs_tenant_id_fkey;
ALTER TABLE mcp.events VALIDATE CONSTRAINT events_tenant_id_fkey;
ALTER TABLE mcp.embedding_models VALIDATE CONSTRAINT embedding_models_dimensions_check;
ALTER TABLE mcp.embeddings VALIDATE CONSTRAINT embeddings_tenant_id_context_id_fkey;
ALTER TABLE mcp.embeddings VALIDATE CONSTRAINT embeddings_tenant_id_agent_id_fkey;
ALTER TABLE mcp.embeddings VALIDATE CONSTRAINT embeddings_tenant_id_fkey;

-- A partitioned table takes over the foreign key that its partition has already.
ALTER TABLE mcp.tasks ADD CONSTRAINT tasks_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id);

-- The valid check spares SET NOT NULL the reading of the table.
ALTER TABLE mcp.api_keys ALTER COLUMN key_type SET NOT NULL;
ALTER TABLE mcp.api_keys DROP CONSTRAINT api_keys_key_type_filled;
ALTER TABLE mcp.tasks ALTER COLUMN status SET NOT NULL;
ALTER TABLE mcp.tasks DROP CONSTRAINT tasks_status_filled;
