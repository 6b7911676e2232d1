CREATE FUNCTION mcp.update_updated_at() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END $$;

CREATE TRIGGER tenants_updated_at BEFORE UPDATE ON mcp.tenants
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
CREATE TRIGGER users_updated_at BEFORE UPDATE ON mcp.users
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
CREATE TRIGGER api_keys_updated_at BEFORE UPDATE ON mcp.api_keys
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
CREATE TRIGGER agents_updated_at BEFORE UPDATE ON mcp.agents
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
CREATE TRIGGER tasks_updated_at BEFORE UPDATE ON mcp.tasks
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();
CREATE TRIGGER workflows_updated_at BEFORE UPDATE ON mcp.workflows
    FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at();

ALTER TABLE mcp.users ENABLE ROW LEVEL SECURITY;
CREATE POLICY users_tenant ON mcp.users USING (tenant_id = mcp.current_tenant_id());
ALTER TABLE mcp.api_keys ENABLE ROW LEVEL SECURITY;
CREATE POLICY api_keys_tenant ON mcp.api_keys USING (tenant_id = mcp.current_tenant_id());
ALTER TABLE mcp.agents ENABLE ROW LEVEL SECURITY;
CREATE POLICY agents_tenant ON mcp.agents USING (tenant_id = mcp.current_tenant_id());
ALTER TABLE mcp.tasks ENABLE ROW LEVEL SECURITY;
CREATE POLICY tasks_tenant ON mcp.tasks USING (tenant_id = mcp.current_tenant_id());
ALTER TABLE mcp.workflows ENABLE ROW LEVEL SECURITY;
CREATE POLICY workflows_tenant ON mcp.workflows USING (tenant_id = mcp.current_tenant_id());
ALTER TABLE mcp.workspaces ENABLE ROW LEVEL SECURITY;
CREATE POLICY workspaces_tenant ON mcp.workspaces USING (tenant_id = mcp.current_tenant_id());
