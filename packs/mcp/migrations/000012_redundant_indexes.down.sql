-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction

CREATE INDEX CONCURRENTLY idx_workspace_documents_tenant ON mcp.workspace_documents (tenant_id);
CREATE INDEX CONCURRENTLY idx_workflow_steps_workflow ON mcp.workflow_steps (workflow_id, position);
CREATE INDEX CONCURRENTLY idx_prompts_tenant ON mcp.prompts (tenant_id, name);
CREATE INDEX CONCURRENTLY idx_contexts_tenant_id ON mcp.contexts (tenant_id);
CREATE INDEX CONCURRENTLY idx_agents_tenant_id ON mcp.agents (tenant_id);
CREATE INDEX CONCURRENTLY idx_models_tenant_id ON mcp.models (tenant_id);
CREATE INDEX CONCURRENTLY idx_api_keys_key_prefix ON mcp.api_keys (key_prefix);
CREATE INDEX CONCURRENTLY idx_api_keys_tenant_id ON mcp.api_keys (tenant_id);
CREATE INDEX CONCURRENTLY idx_users_tenant_id ON mcp.users (tenant_id);
