-- SPDX-License-Identifier: Apache-2.0
-- Functions and triggers.

-- Says who presents a key. The application hashes the key (SHA-256, lower-case hexadecimal) and gives the prefix by which the key is found and
-- the hash; the key itself comes into no statement and no log. Hashes are compared as hashes of themselves with a random salt, so
-- that the time of the comparison tells nothing about how far they agree, and an unknown prefix costs a comparison too. Whatever the reason of a
-- refusal, nothing but the reason comes back. It needs no tenant, because it is the one to find it.
CREATE FUNCTION mcp.authenticate_api_key(presented_prefix text, presented_hash text, service text DEFAULT NULL)
RETURNS TABLE (outcome text, key_id uuid, tenant_id uuid, user_id uuid, key_type text, scopes text[])
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  salt bytea := uuid_send(gen_random_uuid());
  presented bytea := sha256(salt || convert_to(presented_hash, 'UTF8'));
  candidate record;
  found_key record;
  is_known boolean := false;
  ancestors record;
BEGIN
  FOR candidate IN
    SELECT k.id, k.tenant_id, k.user_id, k.key_hash, k.key_type, k.scopes, k.allowed_services, k.parent_key_id, k.is_active, k.expires_at,
      k.last_used_at, t.is_active AS tenant_is_active
    FROM mcp.api_keys k JOIN mcp.tenants t ON t.id = k.tenant_id
    WHERE k.key_prefix = presented_prefix
  LOOP
    IF sha256(salt || convert_to(candidate.key_hash, 'UTF8')) = presented THEN
      found_key := candidate;
      is_known := true;
    END IF;
  END LOOP;
  IF NOT is_known THEN
    PERFORM sha256(salt || convert_to(repeat('0', 64), 'UTF8')) = presented;
    RETURN QUERY SELECT 'unknown'::text, NULL::uuid, NULL::uuid, NULL::uuid, NULL::text, NULL::text[];
    RETURN;
  END IF;
  -- UNION, not UNION ALL: a circle of parents ends it.
  WITH RECURSIVE above AS (
    SELECT k.id, k.parent_key_id, k.is_active, k.expires_at FROM mcp.api_keys k WHERE k.id = found_key.parent_key_id
    UNION
    SELECT k.id, k.parent_key_id, k.is_active, k.expires_at FROM mcp.api_keys k JOIN above a ON k.id = a.parent_key_id)
  SELECT COALESCE(bool_or(NOT a.is_active), false) AS revoked, COALESCE(bool_or(a.expires_at <= now()), false) AS expired
  INTO ancestors FROM above a;
  outcome := CASE
    WHEN NOT found_key.tenant_is_active THEN 'tenant_inactive'
    WHEN NOT found_key.is_active THEN 'revoked'
    WHEN found_key.expires_at <= now() THEN 'expired'
    WHEN ancestors.revoked THEN 'parent_revoked'
    WHEN ancestors.expired THEN 'parent_expired'
    WHEN cardinality(found_key.allowed_services) > 0 AND (service IS NULL OR service <> ALL (found_key.allowed_services))
      THEN 'service_not_allowed'
    ELSE 'ok' END;
  IF outcome <> 'ok' THEN
    RETURN QUERY SELECT outcome, NULL::uuid, NULL::uuid, NULL::uuid, NULL::text, NULL::text[];
    RETURN;
  END IF;
  -- To the minute is enough, and nobody waits for somebody who authenticates with the same key.
  IF found_key.last_used_at IS NULL OR found_key.last_used_at < now() - interval '1 minute' THEN
    UPDATE mcp.api_keys k SET last_used_at = now()
    WHERE k.id = (SELECT l.id FROM mcp.api_keys l WHERE l.id = found_key.id FOR NO KEY UPDATE SKIP LOCKED);
  END IF;
  RETURN QUERY SELECT 'ok'::text, found_key.id, found_key.tenant_id, found_key.user_id, found_key.key_type::text, found_key.scopes;
END
$$;
ALTER FUNCTION mcp.authenticate_api_key(text,text,text) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.authenticate_api_key(text,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.authenticate_api_key(text,text,text) TO mcp_app;

-- Whether a key of the tenant may do something: it and every key above it must have the scope, '*', or the scope's area as in 'tasks:*'.
-- A key of another tenant is an unknown one, and may do nothing.
CREATE FUNCTION mcp.validate_api_key_scope(checked_key_id uuid, scope text) RETURNS boolean
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (
    WITH RECURSIVE chain AS (
      SELECT k.id, k.parent_key_id, k.scopes FROM mcp.api_keys k
      WHERE k.id = checked_key_id AND k.tenant_id = mcp.current_tenant_id()
      UNION
      SELECT k.id, k.parent_key_id, k.scopes FROM mcp.api_keys k JOIN chain c ON k.id = c.parent_key_id)
    SELECT COALESCE(bool_and(c.scopes && ARRAY[scope, split_part(scope, ':', 1) || ':*', '*']), false) FROM chain c);
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.validate_api_key_scope(uuid,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.validate_api_key_scope(uuid,text) TO mcp_app;

-- Makes a task, once under each key: a second call with the same key gives the first one's task, also while the first is still at work. A key whose time
-- is over may be used again. Without a key every call makes a task.
CREATE FUNCTION mcp.create_task(
  request_key text, task_title text, input jsonb DEFAULT '{}', task_priority mcp.task_priority DEFAULT 'medium',
  for_agent uuid DEFAULT NULL, due timestamptz DEFAULT NULL)
RETURNS TABLE (task_id uuid, is_new boolean)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
#variable_conflict use_column
DECLARE
  tenant uuid := mcp.current_tenant_id();
  made uuid := gen_random_uuid();
  kept uuid;
BEGIN
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'no tenant is set' USING ERRCODE = 'insufficient_privilege', HINT = 'Set app.tenant_id.';
  END IF;
  IF request_key IS NOT NULL THEN
    -- Whoever comes second waits here for the first one's transaction.
    INSERT INTO mcp.task_idempotency_keys AS k (tenant_id, idempotency_key, task_id)
    VALUES (tenant, request_key, made)
    ON CONFLICT (tenant_id, idempotency_key) DO UPDATE
      SET task_id = EXCLUDED.task_id, created_at = EXCLUDED.created_at, expires_at = EXCLUDED.expires_at
      WHERE k.expires_at <= now()
    RETURNING k.task_id INTO kept;
    IF kept IS NULL THEN
      RETURN QUERY SELECT k.task_id, false FROM mcp.task_idempotency_keys k
        WHERE k.tenant_id = tenant AND k.idempotency_key = request_key;
      RETURN;
    END IF;
  END IF;
  INSERT INTO mcp.tasks (id, tenant_id, title, input_data, priority, agent_id, deadline)
  VALUES (made, tenant, task_title, input, task_priority, for_agent, due);
  RETURN QUERY SELECT made, true;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.create_task(text,text,jsonb,mcp.task_priority,uuid,timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.create_task(text,text,jsonb,mcp.task_priority,uuid,timestamptz) TO mcp_app;

-- Refuses changes of status that make no sense, and records the others. What has ended stays as it ended.
CREATE FUNCTION mcp.record_task_transition() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.status = OLD.status THEN
      RETURN NULL;
    END IF;
    IF OLD.status IS NOT NULL AND NOT (CASE OLD.status
      WHEN 'pending' THEN NEW.status IN ('assigned', 'in_progress', 'delegated', 'failed', 'cancelled')
      WHEN 'assigned' THEN NEW.status IN ('pending', 'in_progress', 'delegated', 'failed', 'cancelled')
      WHEN 'in_progress' THEN NEW.status IN ('assigned', 'delegated', 'completed', 'failed', 'cancelled')
      WHEN 'delegated' THEN NEW.status IN ('assigned', 'in_progress', 'completed', 'failed', 'cancelled')
      WHEN 'failed' THEN NEW.status = 'pending'
      ELSE false END)
    THEN
      RAISE EXCEPTION 'a task cannot go from % to %', OLD.status, NEW.status
        USING ERRCODE = 'check_violation', CONSTRAINT = 'task_transition', TABLE = 'tasks', SCHEMA = 'mcp';
    END IF;
  END IF;
  INSERT INTO mcp.task_state_transitions (tenant_id, task_id, from_status, to_status)
  VALUES (NEW.tenant_id, NEW.id, CASE WHEN TG_OP = 'UPDATE' THEN OLD.status END, NEW.status);
  RETURN NULL;
END
$$;

-- Counts a delegation on its task and refuses one too many. The count stands in the task's own row, so that two delegations at once wait for each other
-- in every isolation level, which two counts of rows would not.
CREATE FUNCTION mcp.record_task_delegation() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE mcp.tasks SET delegation_count = delegation_count + 1
  WHERE id = NEW.task_id AND tenant_id = NEW.tenant_id AND delegation_count < max_delegations;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'task % cannot be delegated: it is not there, or has been delegated as often as it may', NEW.task_id
      USING ERRCODE = 'check_violation', CONSTRAINT = 'task_delegation_limit', TABLE = 'task_delegations', SCHEMA = 'mcp';
  END IF;
  INSERT INTO mcp.task_delegation_history (tenant_id, delegation_id, task_id, from_agent_id, to_agent_id, delegation_type, reason)
  VALUES (NEW.tenant_id, NEW.id, NEW.task_id, NEW.from_agent_id, NEW.to_agent_id, NEW.delegation_type, NEW.reason);
  RETURN NULL;
END
$$;

-- The words of a text: as a vector for full-text search, how often each stands in it, and how many there are in all.
CREATE FUNCTION mcp.update_content_tsvector() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.content_tsvector := to_tsvector('pg_catalog.english', NEW.content);
  SELECT COALESCE(jsonb_object_agg(w.lexeme, cardinality(w.positions)), '{}'), COALESCE(sum(cardinality(w.positions)), 0)
  INTO NEW.term_frequencies, NEW.document_length
  FROM unnest(NEW.content_tsvector) AS w;
  RETURN NEW;
END
$$;

-- Makes the partitions of a table for the month of a day and the months after it, in UTC; gives how many are new. Rows that fell into the default
-- partition meanwhile are moved. It runs as the owner of the tables, because a partition is made by nobody else, and takes nothing but
-- a table of this schema that is partitioned by one column's range.
CREATE FUNCTION mcp.create_monthly_partitions(parent regclass, first_day date DEFAULT current_date, months integer DEFAULT 3) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' AS $$
DECLARE
  parent_name text;
  key_column text;
  default_partition text;
  columns text;
  month date;
  partition_name text;
  made integer := 0;
BEGIN
  SELECT c.relname, a.attname, d.relname INTO parent_name, key_column, default_partition
  FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'mcp'
    JOIN pg_partitioned_table p ON p.partrelid = c.oid AND p.partstrat = 'r' AND p.partnatts = 1
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.partattrs[0]
    LEFT JOIN pg_class d ON d.oid = p.partdefid
  WHERE c.oid = parent;
  IF parent_name IS NULL THEN
    RAISE EXCEPTION '% is no table of mcp that is partitioned by the range of a column', parent USING ERRCODE = 'wrong_object_type';
  END IF;
  SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) INTO columns
  FROM pg_attribute a WHERE a.attrelid = parent AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '';
  -- Two at once would both find that a partition is not there.
  PERFORM pg_advisory_xact_lock('mcp.create_monthly_partitions'::regproc::oid::integer, parent::oid::integer);
  FOR month IN SELECT (date_trunc('month', first_day::timestamp) + make_interval(months => i))::date FROM generate_series(0, months - 1) AS i LOOP
    partition_name := format('%s_y%sm%s', parent_name, to_char(month, 'YYYY'), to_char(month, 'MM'));
    CONTINUE WHEN to_regclass(format('mcp.%I', partition_name)) IS NOT NULL;
    EXECUTE format('CREATE TABLE mcp.%I (LIKE mcp.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name, parent_name);
    IF default_partition IS NOT NULL THEN
      EXECUTE format('LOCK TABLE ONLY mcp.%I IN SHARE ROW EXCLUSIVE MODE', default_partition);
      EXECUTE format('WITH moved AS (DELETE FROM mcp.%1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING %6$s) INSERT INTO mcp.%5$I (%6$s) SELECT %6$s FROM moved',
        default_partition, key_column, month::timestamptz, (month + interval '1 month')::timestamptz, partition_name, columns);
    END IF;
    EXECUTE format('ALTER TABLE mcp.%I ATTACH PARTITION mcp.%I FOR VALUES FROM (%L) TO (%L)',
      parent_name, partition_name, month::timestamptz, (month + interval '1 month')::timestamptz);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.create_monthly_partitions(regclass,date,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.create_monthly_partitions(regclass,date,integer) TO mcp_maintenance;

CREATE TRIGGER update_users_updated_at BEFORE UPDATE ON mcp.users FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_agents_updated_at BEFORE UPDATE ON mcp.agents FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_contexts_updated_at BEFORE UPDATE ON mcp.contexts FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_tasks_updated_at BEFORE UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_api_keys_updated_at BEFORE UPDATE ON mcp.api_keys FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_tenant_config_updated_at BEFORE UPDATE ON mcp.tenant_config FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER record_task_transition AFTER INSERT OR UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.record_task_transition();

CREATE TRIGGER record_task_delegation AFTER INSERT ON mcp.task_delegations FOR EACH ROW EXECUTE FUNCTION mcp.record_task_delegation();

-- What has happened lately where the reader may look: the reader's rights and policies hold, not the owner's.
CREATE VIEW mcp.workspace_feed WITH (security_invoker = true) AS
SELECT a.tenant_id, w.name AS workspace, a.action, a.details, a.created_at
FROM mcp.workspace_activities a JOIN mcp.workspaces w ON w.id = a.workspace_id
WHERE w.archived_at IS NULL;
GRANT SELECT ON mcp.workspace_feed TO mcp_app;
