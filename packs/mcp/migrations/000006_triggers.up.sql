-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- What is kept and recorded by the database itself, views, and settings. From now on every new row is whole; those from before follow in 000007.
-- What counts embeddings comes at once, or the count would be wrong from the start.

-- Into these two the triggers below write with the rights of whoever changes a task. The application of yesterday sets no tenant, and neither does
-- 000007: until 000011 whoever has none may do here what the grants allow, as in the tables from before.
CREATE POLICY before_isolation ON mcp.task_delegation_history USING (mcp.current_tenant_id() IS NULL);
CREATE POLICY before_isolation ON mcp.task_state_transitions USING (mcp.current_tenant_id() IS NULL);

CREATE TRIGGER update_api_keys_updated_at BEFORE UPDATE ON mcp.api_keys FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_tenant_config_updated_at BEFORE UPDATE ON mcp.tenant_config FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_tool_configurations_updated_at BEFORE UPDATE ON mcp.tool_configurations FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER update_workspace_documents_updated_at BEFORE UPDATE ON mcp.workspace_documents FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();
CREATE TRIGGER record_task_transition AFTER INSERT OR UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.record_task_transition();
CREATE TRIGGER record_task_delegation AFTER INSERT ON mcp.task_delegations FOR EACH ROW EXECUTE FUNCTION mcp.record_task_delegation();
CREATE TRIGGER set_retain_until BEFORE INSERT OR UPDATE OF executed_at ON mcp.tool_executions FOR EACH ROW EXECUTE FUNCTION mcp.set_retain_until();
CREATE TRIGGER audit_api_keys AFTER INSERT OR UPDATE OR DELETE ON mcp.api_keys FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('name', 'key_type', 'user_id', 'parent_key_id', 'allowed_services', 'scopes', 'is_active', 'expires_at');
CREATE TRIGGER audit_users AFTER INSERT OR UPDATE OR DELETE ON mcp.users FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('email', 'name', 'status');
CREATE TRIGGER audit_tenant_config AFTER INSERT OR UPDATE OR DELETE ON mcp.tenant_config FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('rate_limit_config', 'allowed_origins', 'features');
CREATE TRIGGER audit_workspace_members AFTER INSERT OR UPDATE OR DELETE ON mcp.workspace_members FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('role');
CREATE TRIGGER audit_webhook_configs AFTER INSERT OR UPDATE OR DELETE ON mcp.webhook_configs FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('url', 'events', 'is_active');
CREATE TRIGGER audit_tool_configurations AFTER INSERT OR UPDATE OR DELETE ON mcp.tool_configurations FOR EACH ROW EXECUTE FUNCTION mcp.audit_row_change('name', 'tool_type', 'base_url', 'auth_type', 'credentials_key_id', 'is_active');
BEGIN;
CREATE TRIGGER update_content_tsvector BEFORE INSERT OR UPDATE OF content ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.update_content_tsvector();
CREATE TRIGGER normalize_embedding BEFORE INSERT OR UPDATE OF vector ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.normalize_embedding();
CREATE TRIGGER count_inserted_embeddings AFTER INSERT ON mcp.embeddings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();
CREATE TRIGGER count_updated_embeddings AFTER UPDATE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();
CREATE TRIGGER count_deleted_embeddings AFTER DELETE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();
COMMIT;

-- What has happened lately where the reader may look: the reader's rights and policies hold, not the owner's.
CREATE VIEW mcp.workspace_feed WITH (security_invoker = true) AS
SELECT a.tenant_id, w.name AS workspace, a.action, a.details, a.created_at
FROM mcp.workspace_activities a JOIN mcp.workspaces w ON w.id = a.workspace_id
WHERE w.archived_at IS NULL;
GRANT SELECT ON mcp.workspace_feed TO mcp_app;

-- Calls by hour. A materialized view has no row-level security: the application reads it through tool_execution_stats_of_tenant alone.
CREATE MATERIALIZED VIEW mcp.tool_execution_stats AS
SELECT e.tenant_id, e.tool_id, date_trunc('hour', e.executed_at, 'UTC') AS hour, count(*) AS calls,
  count(*) FILTER (WHERE NOT e.succeeded) AS failures,
  percentile_cont(0.95) WITHIN GROUP (ORDER BY e.duration_ms) AS p95_ms,
  percentile_cont(0.99) WITHIN GROUP (ORDER BY e.duration_ms) AS p99_ms
FROM mcp.tool_executions e
GROUP BY e.tenant_id, e.tool_id, date_trunc('hour', e.executed_at, 'UTC');

CREATE UNIQUE INDEX idx_tool_execution_stats_key ON mcp.tool_execution_stats (tenant_id, tool_id, hour);

CREATE VIEW mcp.tool_execution_stats_of_tenant WITH (security_barrier = true) AS
SELECT s.tool_id, s.hour, s.calls, s.failures, s.p95_ms, s.p99_ms FROM mcp.tool_execution_stats s
WHERE s.tenant_id = (SELECT mcp.current_tenant_id());

-- Refreshed by its owner, whom the policies of the calls let see all of them; read with the rights of the view's owner.
ALTER MATERIALIZED VIEW mcp.tool_execution_stats OWNER TO mcp_maintenance;
ALTER VIEW mcp.tool_execution_stats_of_tenant OWNER TO mcp_maintenance;
GRANT SELECT ON mcp.tool_execution_stats_of_tenant TO mcp_app;

-- Tables that change all the time are cleaned up and counted earlier than the server's settings would have it.
ALTER TABLE mcp.api_keys SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02, fillfactor = 90);
ALTER TABLE mcp.tasks_default SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE mcp.tool_executions_default SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
ALTER TABLE mcp.rate_limit_buckets SET (autovacuum_vacuum_scale_factor = 0.01, fillfactor = 50);
ALTER TABLE mcp.api_keys ALTER COLUMN key_prefix SET STATISTICS 1000;
CREATE STATISTICS mcp.tasks_tenant_status ON tenant_id, status FROM mcp.tasks;
