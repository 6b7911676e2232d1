-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The columns that are missing. Each is NULL or has a constant default, so no table is rewritten. Where a column takes the place of another (type and
-- key_type, state and status) both are there from now on, and a trigger carries what is written to the one over to the other: the application of
-- yesterday and that of tomorrow run side by side until 000011. Each table by itself, with a short wait: who holds the lock on one table while it waits
-- for another is what an application's query that goes the other way round runs into as a deadlock; and half a second is shorter than the second after
-- which PostgreSQL looks for one (deadlock_timeout), so that it is never the application that has to give way. The same below.

ALTER TABLE mcp.api_keys
  ADD COLUMN key_type varchar(20),
  ADD COLUMN parent_key_id uuid,
  ADD COLUMN allowed_services text[] NOT NULL DEFAULT '{}';
ALTER TABLE mcp.agents
  ADD COLUMN last_seen_at timestamptz;
ALTER TABLE mcp.tasks
  ADD COLUMN status mcp.task_status,
  ADD COLUMN priority mcp.task_priority NOT NULL DEFAULT 'medium',
  ADD COLUMN deadline timestamptz,
  ADD COLUMN auto_escalate boolean NOT NULL DEFAULT false,
  ADD COLUMN escalation_timeout interval,
  ADD COLUMN escalated_at timestamptz,
  ADD COLUMN max_delegations integer NOT NULL DEFAULT 3,
  ADD COLUMN delegation_count integer NOT NULL DEFAULT 0;
ALTER TABLE mcp.task_delegations
  ADD COLUMN delegation_type mcp.delegation_type NOT NULL DEFAULT 'handoff';
ALTER TABLE mcp.workflows
  ADD COLUMN type mcp.workflow_type NOT NULL DEFAULT 'sequential',
  ADD COLUMN status mcp.workflow_status NOT NULL DEFAULT 'draft';
ALTER TABLE mcp.workspaces
  ADD COLUMN visibility mcp.workspace_visibility NOT NULL DEFAULT 'private';
ALTER TABLE mcp.workspace_members
  ADD COLUMN role mcp.member_role NOT NULL DEFAULT 'contributor';
ALTER TABLE mcp.embeddings
  ADD COLUMN normalized_embedding public.vector(1536),
  ADD COLUMN agent_id uuid,
  ADD COLUMN task_type varchar(50),
  ADD COLUMN cost_usd numeric(10,6),
  ADD COLUMN generation_time_ms integer,
  ADD COLUMN content_tsvector tsvector,
  ADD COLUMN term_frequencies jsonb,
  ADD COLUMN document_length integer,
  ADD COLUMN idf_scores jsonb;

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
