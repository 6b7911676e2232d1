-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- Indexes that others cover since 000004, as plumbline gap says of them.

DROP INDEX CONCURRENTLY mcp.idx_users_tenant_id;
DROP INDEX CONCURRENTLY mcp.idx_api_keys_tenant_id;
DROP INDEX CONCURRENTLY mcp.idx_api_keys_key_prefix;
DROP INDEX CONCURRENTLY mcp.idx_models_tenant_id;
DROP INDEX CONCURRENTLY mcp.idx_agents_tenant_id;
DROP INDEX CONCURRENTLY mcp.idx_contexts_tenant_id;
DROP INDEX CONCURRENTLY mcp.idx_prompts_tenant;
DROP INDEX CONCURRENTLY mcp.idx_workflow_steps_workflow;
DROP INDEX CONCURRENTLY mcp.idx_workspace_documents_tenant;
