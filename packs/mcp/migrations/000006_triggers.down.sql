-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms

ALTER TABLE mcp.api_keys ALTER COLUMN key_prefix SET STATISTICS -1;
DROP STATISTICS mcp.tasks_tenant_status;
ALTER TABLE mcp.rate_limit_buckets RESET (autovacuum_vacuum_scale_factor, fillfactor);
ALTER TABLE mcp.tool_executions_default RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE mcp.tasks_default RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor);
ALTER TABLE mcp.api_keys RESET (autovacuum_vacuum_scale_factor, autovacuum_analyze_scale_factor, fillfactor);
DROP VIEW mcp.tool_execution_stats_of_tenant;
DROP MATERIALIZED VIEW mcp.tool_execution_stats;
DROP VIEW mcp.workspace_feed;
DROP TRIGGER count_deleted_embeddings ON mcp.embeddings;
DROP TRIGGER count_updated_embeddings ON mcp.embeddings;
DROP TRIGGER count_inserted_embeddings ON mcp.embeddings;
DROP TRIGGER normalize_embedding ON mcp.embeddings;
DROP TRIGGER update_content_tsvector ON mcp.embeddings;
DROP TRIGGER audit_tool_configurations ON mcp.tool_configurations;
DROP TRIGGER audit_webhook_configs ON mcp.webhook_configs;
DROP TRIGGER audit_workspace_members ON mcp.workspace_members;
DROP TRIGGER audit_tenant_config ON mcp.tenant_config;
DROP TRIGGER audit_users ON mcp.users;
DROP TRIGGER audit_api_keys ON mcp.api_keys;
DROP TRIGGER set_retain_until ON mcp.tool_executions;
DROP TRIGGER record_task_delegation ON mcp.task_delegations;
DROP TRIGGER record_task_transition ON mcp.tasks;
DROP TRIGGER update_workspace_documents_updated_at ON mcp.workspace_documents;
DROP TRIGGER update_tool_configurations_updated_at ON mcp.tool_configurations;
DROP TRIGGER update_tenant_config_updated_at ON mcp.tenant_config;
DROP TRIGGER update_api_keys_updated_at ON mcp.api_keys;
DROP POLICY before_isolation ON mcp.task_delegation_history;
DROP POLICY before_isolation ON mcp.task_state_transitions;
