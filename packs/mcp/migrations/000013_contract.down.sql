-- SPDX-License-Identifier: Apache-2.0
-- In one transaction, for which writers of keys and tasks wait: the old columns are filled before the triggers keep them.

ALTER TABLE mcp.embeddings ADD CONSTRAINT embeddings_context_id_fkey FOREIGN KEY (context_id) REFERENCES mcp.contexts (id) ON DELETE CASCADE;
ALTER TABLE mcp.webhook_configs ADD CONSTRAINT webhook_configs_integration_id_fkey FOREIGN KEY (integration_id) REFERENCES mcp.integrations (id) ON DELETE CASCADE;
ALTER TABLE mcp.team_members ADD CONSTRAINT team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES mcp.teams (id) ON DELETE CASCADE;
ALTER TABLE mcp.document_versions ADD CONSTRAINT document_versions_document_id_fkey FOREIGN KEY (document_id) REFERENCES mcp.workspace_documents (id) ON DELETE CASCADE;
ALTER TABLE mcp.workspace_documents ADD CONSTRAINT workspace_documents_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES mcp.workspaces (id) ON DELETE CASCADE;
ALTER TABLE mcp.workspace_members ADD CONSTRAINT workspace_members_user_id_fkey FOREIGN KEY (user_id) REFERENCES mcp.users (id) ON DELETE CASCADE;
ALTER TABLE mcp.workspace_members ADD CONSTRAINT workspace_members_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES mcp.workspaces (id) ON DELETE CASCADE;
ALTER TABLE mcp.workflow_execution_steps ADD CONSTRAINT workflow_execution_steps_execution_id_fkey FOREIGN KEY (execution_id) REFERENCES mcp.workflow_executions (id) ON DELETE CASCADE;
ALTER TABLE mcp.workflow_executions ADD CONSTRAINT workflow_executions_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES mcp.workflows (id) ON DELETE CASCADE;
ALTER TABLE mcp.workflow_steps ADD CONSTRAINT workflow_steps_workflow_id_fkey FOREIGN KEY (workflow_id) REFERENCES mcp.workflows (id) ON DELETE CASCADE;
ALTER TABLE mcp.task_delegations ADD CONSTRAINT task_delegations_to_agent_id_fkey FOREIGN KEY (to_agent_id) REFERENCES mcp.agents (id);
ALTER TABLE mcp.tasks ADD CONSTRAINT tasks_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES mcp.agents (id);
ALTER TABLE mcp.prompt_versions ADD CONSTRAINT prompt_versions_prompt_id_fkey FOREIGN KEY (prompt_id) REFERENCES mcp.prompts (id) ON DELETE CASCADE;
ALTER TABLE mcp.context_items ADD CONSTRAINT context_items_context_id_fkey FOREIGN KEY (context_id) REFERENCES mcp.contexts (id) ON DELETE CASCADE;
ALTER TABLE mcp.contexts ADD CONSTRAINT contexts_agent_id_fkey FOREIGN KEY (agent_id) REFERENCES mcp.agents (id) ON DELETE CASCADE;
ALTER TABLE mcp.agents ADD CONSTRAINT agents_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.models (id) ON DELETE SET NULL;
ALTER TABLE mcp.model_prices ADD CONSTRAINT model_prices_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.models (id) ON DELETE CASCADE;
ALTER TABLE mcp.api_keys ADD CONSTRAINT api_keys_user_id_fkey FOREIGN KEY (user_id) REFERENCES mcp.users (id) ON DELETE CASCADE;
ALTER TABLE mcp.tasks ALTER COLUMN status DROP DEFAULT, ADD COLUMN state varchar(20) NOT NULL DEFAULT 'new';
ALTER TABLE mcp.api_keys ALTER COLUMN key_type DROP DEFAULT, ADD COLUMN type varchar(20) NOT NULL DEFAULT 'standard';
UPDATE mcp.api_keys SET type = CASE key_type WHEN 'user' THEN 'standard' WHEN 'agent' THEN 'bot' WHEN 'gateway' THEN 'edge' ELSE key_type END;
UPDATE mcp.tasks SET state = CASE status WHEN 'pending' THEN 'new' WHEN 'in_progress' THEN 'running' WHEN 'completed' THEN 'done' WHEN 'failed' THEN 'error' WHEN 'cancelled' THEN 'cancelled' ELSE 'queued' END;
CREATE FUNCTION mcp.carry_key_type() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.key_type IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.key_type IS DISTINCT FROM OLD.key_type) THEN
    NEW.type := CASE NEW.key_type WHEN 'user' THEN 'standard' WHEN 'agent' THEN 'bot' WHEN 'gateway' THEN 'edge' ELSE NEW.key_type END;
  ELSIF TG_OP = 'INSERT' OR NEW.key_type IS NULL OR NEW.type IS DISTINCT FROM OLD.type THEN
    NEW.key_type := CASE NEW.type WHEN 'standard' THEN 'user' WHEN 'bot' THEN 'agent' WHEN 'edge' THEN 'gateway' ELSE NEW.type END;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER carry_key_type BEFORE INSERT OR UPDATE ON mcp.api_keys FOR EACH ROW EXECUTE FUNCTION mcp.carry_key_type();
CREATE FUNCTION mcp.carry_task_status() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NEW.status IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.status IS DISTINCT FROM OLD.status) THEN
    NEW.state := CASE NEW.status WHEN 'pending' THEN 'new' WHEN 'in_progress' THEN 'running' WHEN 'completed' THEN 'done'
      WHEN 'failed' THEN 'error' WHEN 'cancelled' THEN 'cancelled' ELSE 'queued' END;
  ELSIF TG_OP = 'INSERT' OR NEW.status IS NULL OR NEW.state IS DISTINCT FROM OLD.state THEN
    NEW.status := CASE NEW.state WHEN 'new' THEN 'pending' WHEN 'queued' THEN 'assigned' WHEN 'running' THEN 'in_progress'
      WHEN 'done' THEN 'completed' WHEN 'error' THEN 'failed' ELSE NEW.state END::mcp.task_status;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER carry_task_status BEFORE INSERT OR UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.carry_task_status();
