-- SPDX-License-Identifier: Apache-2.0
-- Functions and triggers.

-- Says who presents a key. The application hashes the key (SHA-256, lower-case hexadecimal) and gives the prefix by which the key is found and
-- the hash; the key itself comes into no statement and no log. Hashes are compared as hashes of themselves with a random salt, so
-- that the time of the comparison tells nothing about how far they agree, and an unknown prefix costs a comparison too. Whatever the reason of a
-- refusal, nothing but the reason comes back. It needs no tenant, because it is the one to find it. A key lets in as long as its user and every key above it do, and
-- to no service that one of them may not ask for.
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
      k.last_used_at, t.is_active AS tenant_is_active, COALESCE(u.status, 'active') AS user_status
    FROM mcp.api_keys k JOIN mcp.tenants t ON t.id = k.tenant_id LEFT JOIN mcp.users u ON u.id = k.user_id
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
    SELECT k.id, k.parent_key_id, k.user_id, k.is_active, k.expires_at, k.allowed_services FROM mcp.api_keys k WHERE k.id = found_key.parent_key_id
    UNION
    SELECT k.id, k.parent_key_id, k.user_id, k.is_active, k.expires_at, k.allowed_services FROM mcp.api_keys k JOIN above a ON k.id = a.parent_key_id)
  SELECT COALESCE(bool_or(NOT a.is_active OR u.status <> 'active'), false) AS revoked, COALESCE(bool_or(a.expires_at <= now()), false) AS expired,
    COALESCE(bool_or(cardinality(a.allowed_services) > 0 AND (service IS NULL OR service <> ALL (a.allowed_services))), false) AS not_for_service
  INTO ancestors FROM above a LEFT JOIN mcp.users u ON u.id = a.user_id;
  outcome := CASE
    WHEN NOT found_key.tenant_is_active THEN 'tenant_inactive'
    WHEN found_key.user_status <> 'active' THEN 'user_inactive'
    WHEN NOT found_key.is_active THEN 'revoked'
    WHEN found_key.expires_at <= now() THEN 'expired'
    WHEN ancestors.revoked THEN 'parent_revoked'
    WHEN ancestors.expired THEN 'parent_expired'
    WHEN ancestors.not_for_service OR cardinality(found_key.allowed_services) > 0 AND (service IS NULL OR service <> ALL (found_key.allowed_services))
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
-- partition meanwhile are moved, and its settings are those of the new ones. It runs as the owner of the tables, because a partition is made by nobody else, and
-- takes nothing but a table of this schema that is partitioned by one column's range. Nobody may read the default partition while another joins it; that lock is
-- taken at once and not after a weaker one, for else who has read the table and now writes it would wait for this one, and this one for them. It is waited for
-- two seconds, because all others wait behind it: then this is an error, to be tried again.
CREATE FUNCTION mcp.create_monthly_partitions(parent regclass, first_day date DEFAULT current_date, months integer DEFAULT 3) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET timezone = 'UTC' SET lock_timeout = '0' AS $$
DECLARE
  parent_name text;
  key_column text;
  default_partition text;
  settings text;
  columns text;
  month date;
  partition_name text;
  made integer := 0;
BEGIN
  SELECT c.relname, a.attname, d.relname, COALESCE((SELECT ' WITH (' || string_agg(format('%I = %L', o.option_name, o.option_value), ', ') || ')'
    FROM pg_options_to_table(d.reloptions) AS o), '')
  INTO parent_name, key_column, default_partition, settings
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
  PERFORM set_config('lock_timeout', '2s', true);
  FOR month IN SELECT (date_trunc('month', first_day::timestamp) + make_interval(months => i))::date FROM generate_series(0, months - 1) AS i LOOP
    partition_name := format('%s_y%sm%s', parent_name, to_char(month, 'YYYY'), to_char(month, 'MM'));
    CONTINUE WHEN to_regclass(format('mcp.%I', partition_name)) IS NOT NULL;
    EXECUTE format('CREATE TABLE mcp.%I (LIKE mcp.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)%s', partition_name, parent_name, settings);
    IF default_partition IS NOT NULL THEN
      EXECUTE format('LOCK TABLE ONLY mcp.%I IN ACCESS EXCLUSIVE MODE', default_partition);
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

-- Hands a task of the tenant to another agent; refused beyond max_delegations, and for a task that has ended.
CREATE FUNCTION mcp.delegate_task(delegated_task uuid, to_agent uuid, kind mcp.delegation_type DEFAULT 'handoff', why text DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  task record;
  made uuid;
BEGIN
  SELECT t.agent_id, t.tenant_id INTO task FROM mcp.tasks t
  WHERE t.id = delegated_task AND t.tenant_id = mcp.current_tenant_id() FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no task %', delegated_task USING ERRCODE = 'no_data_found';
  END IF;
  INSERT INTO mcp.task_delegations (tenant_id, task_id, from_agent_id, to_agent_id, delegation_type, reason)
  VALUES (task.tenant_id, delegated_task, task.agent_id, to_agent, kind, why) RETURNING id INTO made;
  UPDATE mcp.tasks SET agent_id = to_agent, status = 'delegated'
  WHERE id = delegated_task AND tenant_id = task.tenant_id;
  RETURN made;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.delegate_task(uuid,uuid,mcp.delegation_type,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.delegate_task(uuid,uuid,mcp.delegation_type,text) TO mcp_app;

-- Raises by one step the priority of tasks that are past their deadline, or longer at work than they may be, and gives how many. Each once; a task that
-- somebody else is changing is left for the next time.
CREATE FUNCTION mcp.escalate_overdue_tasks(at_most integer DEFAULT 1000) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  raised integer;
BEGIN
  WITH overdue AS (
    SELECT t.id, t.created_at FROM mcp.tasks t
    WHERE t.auto_escalate AND t.escalated_at IS NULL AND t.status IN ('pending', 'assigned', 'in_progress', 'delegated')
      AND (t.deadline < now() OR t.created_at + t.escalation_timeout < now())
    ORDER BY t.deadline NULLS LAST LIMIT at_most FOR UPDATE SKIP LOCKED)
  UPDATE mcp.tasks t SET
    escalated_at = now(),
    priority = CASE t.priority WHEN 'low' THEN 'medium' WHEN 'medium' THEN 'high' ELSE 'critical' END::mcp.task_priority
  FROM overdue o WHERE t.id = o.id AND t.created_at = o.created_at;
  GET DIAGNOSTICS raised = ROW_COUNT;
  RETURN raised;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.escalate_overdue_tasks(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.escalate_overdue_tasks(integer) TO mcp_maintenance;

-- Takes tokens from a bucket of the tenant, all or none. The bucket is filled anew as time passes, up to its size; size and speed stand in
-- tenant_config.rate_limit_config under the bucket's name, else under "default", else they are 60 and one a second. The row's lock makes it one after the other, and
-- the clock is read behind the lock: the time at which the transaction began would count the same seconds twice.
CREATE FUNCTION mcp.take_rate_limit_tokens(wanted_bucket text, for_subject text DEFAULT '', cost double precision DEFAULT 1)
RETURNS TABLE (allowed boolean, remaining double precision, retry_after interval)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  tenant uuid := mcp.current_tenant_id();
  settings jsonb;
  size double precision;
  speed double precision;
  held record;
  at_hand double precision;
  moment timestamptz;
BEGIN
  IF tenant IS NULL THEN
    RAISE EXCEPTION 'no tenant is set' USING ERRCODE = 'insufficient_privilege', HINT = 'Set app.tenant_id.';
  END IF;
  IF NOT cost > 0 OR cost = 'Infinity' OR cost = 'NaN' THEN
    RAISE EXCEPTION 'a cost of % is none', cost USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT COALESCE(c.rate_limit_config -> wanted_bucket, c.rate_limit_config -> 'default') INTO settings
  FROM mcp.tenant_config c WHERE c.tenant_id = tenant;
  size := COALESCE((settings ->> 'size')::double precision, 60);
  speed := COALESCE((settings ->> 'per_second')::double precision, 1);
  -- Around, because purge_expired may take the row between the two.
  LOOP
    SELECT b.tokens, b.refilled_at INTO held FROM mcp.rate_limit_buckets b
    WHERE b.tenant_id = tenant AND b.bucket = wanted_bucket AND b.subject = for_subject FOR UPDATE;
    EXIT WHEN FOUND;
    INSERT INTO mcp.rate_limit_buckets (tenant_id, bucket, subject, tokens, refilled_at)
    VALUES (tenant, wanted_bucket, for_subject, size, clock_timestamp()) ON CONFLICT DO NOTHING;
  END LOOP;
  moment := greatest(clock_timestamp(), held.refilled_at);
  at_hand := least(size, held.tokens + extract(epoch FROM moment - held.refilled_at) * speed);
  allowed := at_hand >= cost;
  remaining := CASE WHEN allowed THEN at_hand - cost ELSE at_hand END;
  retry_after := CASE WHEN allowed THEN interval '0' WHEN speed > 0 AND cost <= size THEN make_interval(secs => (cost - at_hand) / speed) END;
  UPDATE mcp.rate_limit_buckets b SET tokens = remaining, refilled_at = moment
  WHERE b.tenant_id = tenant AND b.bucket = wanted_bucket AND b.subject = for_subject;
  RETURN NEXT;
END
$$;
ALTER FUNCTION mcp.take_rate_limit_tokens(text,text,float8) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.take_rate_limit_tokens(text,text,float8) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.take_rate_limit_tokens(text,text,float8) TO mcp_app;

-- Adds to what the tenant has used on a day.
CREATE FUNCTION mcp.record_usage(used_metric text, amount numeric, on_day date DEFAULT current_date) RETURNS numeric
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  total numeric;
BEGIN
  INSERT INTO mcp.usage_metrics AS u (tenant_id, metric, day, quantity)
  VALUES (mcp.current_tenant_id(), used_metric, on_day, amount)
  ON CONFLICT (tenant_id, metric, day) DO UPDATE SET quantity = u.quantity + EXCLUDED.quantity
  RETURNING u.quantity INTO total;
  RETURN total;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.record_usage(text,numeric,date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.record_usage(text,numeric,date) TO mcp_app;

-- Records who has changed what. Values only of the columns that the trigger names; of all others only that they were changed, so that a column that
-- comes later gives no secret away. Of an address it tells the host and no more: what stands before or behind it lets in as a password does. It reads OLD for a
-- DELETE, where NEW is null, and works for those who may not write the log themselves.
CREATE FUNCTION mcp.audit_row_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  told jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
  changed jsonb;
BEGIN
  SELECT COALESCE(jsonb_object_agg(c.key, CASE WHEN c.key = ANY (TG_ARGV)
    THEN (SELECT jsonb_object_agg(v.side, CASE WHEN v.value #>> '{}' ~ '^[[:alpha:]][[:alnum:]+.-]*://'
        THEN to_jsonb(regexp_replace(v.value #>> '{}', '^([^:]*://)(?:[^/?#]*@)?([^/?#:@]*(?::[0-9]+(?![^/?#]))?).*$', '\1\2')) ELSE v.value END)
      FROM (VALUES ('old', before -> c.key), ('new', after -> c.key)) AS v(side, value)) ELSE '"changed"' END), '{}')
  INTO changed
  FROM jsonb_object_keys(before || after) AS c(key)
  WHERE before -> c.key IS DISTINCT FROM after -> c.key;
  IF TG_OP <> 'UPDATE' OR changed - 'updated_at' - 'last_used_at' <> '{}' THEN
    INSERT INTO mcp.audit_log (tenant_id, table_name, row_id, action, actor, changes)
    VALUES ((told ->> 'tenant_id')::uuid, TG_TABLE_NAME,
      COALESCE(told ->> 'id', NULLIF(concat_ws('/', told ->> 'workspace_id', told ->> 'user_id'), ''), told ->> 'tenant_id'), TG_OP,
      COALESCE(NULLIF(current_setting('app.actor', true), ''), session_user), changed);
  END IF;
  RETURN NULL;
END
$$;
ALTER FUNCTION mcp.audit_row_change() OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.audit_row_change() FROM PUBLIC;

-- How long a call is kept at hand: 90 days, or what the tenant has set under features.execution_retention_days.
CREATE FUNCTION mcp.set_retain_until() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.retain_until := NEW.executed_at + make_interval(days => COALESCE(
    (SELECT (c.features ->> 'execution_retention_days')::integer FROM mcp.tenant_config c WHERE c.tenant_id = NEW.tenant_id), 90));
  RETURN NEW;
END
$$;

-- Moves calls whose time is over into the archive and gives how many. One statement takes and puts: a row is in one of the two tables at every moment.
CREATE FUNCTION mcp.archive_tool_executions(at_most integer DEFAULT 10000) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  moved integer;
BEGIN
  WITH due AS (
    SELECT e.id, e.executed_at FROM mcp.tool_executions e WHERE e.retain_until <= now()
    ORDER BY e.retain_until LIMIT at_most FOR UPDATE SKIP LOCKED),
  taken AS (
    DELETE FROM mcp.tool_executions e USING due d WHERE e.id = d.id AND e.executed_at = d.executed_at RETURNING e.*)
  INSERT INTO mcp.tool_executions_archive (id, tenant_id, tool_id, executed_at, duration_ms, succeeded, request, response, retain_until)
  SELECT t.id, t.tenant_id, t.tool_id, t.executed_at, t.duration_ms, t.succeeded, t.request, t.response, t.retain_until FROM taken t;
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.archive_tool_executions(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.archive_tool_executions(integer) TO mcp_maintenance;

-- Deletes keys of requests whose time is over, and buckets that nobody has touched for a day and that are full again: one that fills more slowly would be filled
-- by that. Where a tenant's settings are no numbers its buckets stay, and those of others go. Gives how many rows went.
CREATE FUNCTION mcp.purge_expired(at_most integer DEFAULT 10000) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone integer;
  more integer;
BEGIN
  DELETE FROM mcp.task_idempotency_keys k USING (
    SELECT e.tenant_id, e.idempotency_key FROM mcp.task_idempotency_keys e WHERE e.expires_at <= now() LIMIT at_most FOR UPDATE SKIP LOCKED) AS e
  WHERE k.tenant_id = e.tenant_id AND k.idempotency_key = e.idempotency_key;
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM mcp.rate_limit_buckets b USING (
    SELECT f.tenant_id, f.bucket, f.subject
    FROM mcp.rate_limit_buckets f LEFT JOIN mcp.tenant_config c ON c.tenant_id = f.tenant_id,
      COALESCE(c.rate_limit_config -> f.bucket, c.rate_limit_config -> 'default') AS s(settings)
    WHERE f.refilled_at < now() - interval '1 day'
      AND f.tokens::numeric + extract(epoch FROM now() - f.refilled_at)
        * CASE jsonb_typeof(COALESCE(s.settings -> 'per_second', 'null')) WHEN 'number' THEN (s.settings ->> 'per_second')::numeric WHEN 'null' THEN 1 END
        >= CASE jsonb_typeof(COALESCE(s.settings -> 'size', 'null')) WHEN 'number' THEN (s.settings ->> 'size')::numeric WHEN 'null' THEN 60 END
    LIMIT at_most FOR UPDATE OF f SKIP LOCKED) AS o
  WHERE b.tenant_id = o.tenant_id AND b.bucket = o.bucket AND b.subject = o.subject;
  GET DIAGNOSTICS more = ROW_COUNT;
  RETURN gone + more;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.purge_expired(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.purge_expired(integer) TO mcp_maintenance;

-- Encrypts a tool's credentials (OpenPGP, AES-256) under a key that the application holds; what is kept is the result and the key's name.
CREATE FUNCTION mcp.set_tool_credentials(for_tool uuid, secret text, key_id text, key text) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE mcp.tool_configurations t SET
    credentials_encrypted = public.pgp_sym_encrypt(secret, key, 'cipher-algo=aes256'), credentials_key_id = key_id
  WHERE t.id = for_tool AND t.tenant_id = mcp.current_tenant_id();
  RETURN FOUND;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.set_tool_credentials(uuid,text,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.set_tool_credentials(uuid,text,text,text) TO mcp_app;

-- Decrypts a tool's credentials; NULL where it has none. A wrong key is an error.
CREATE FUNCTION mcp.read_tool_credentials(of_tool uuid, key text) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RETURN (SELECT public.pgp_sym_decrypt(t.credentials_encrypted, key) FROM mcp.tool_configurations t
    WHERE t.id = of_tool AND t.tenant_id = mcp.current_tenant_id());
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.read_tool_credentials(uuid,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.read_tool_credentials(uuid,text) TO mcp_app;

-- Brings the statistics of calls up to date, without keeping readers out.
CREATE FUNCTION mcp.refresh_tool_execution_stats() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  REFRESH MATERIALIZED VIEW CONCURRENTLY mcp.tool_execution_stats;
END
$$;
REVOKE EXECUTE ON FUNCTION mcp.refresh_tool_execution_stats() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.refresh_tool_execution_stats() TO mcp_maintenance;

CREATE TRIGGER update_users_updated_at BEFORE UPDATE ON mcp.users FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_agents_updated_at BEFORE UPDATE ON mcp.agents FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_contexts_updated_at BEFORE UPDATE ON mcp.contexts FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

CREATE TRIGGER update_tasks_updated_at BEFORE UPDATE ON mcp.tasks FOR EACH ROW EXECUTE FUNCTION mcp.update_updated_at_column();

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
