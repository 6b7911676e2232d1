-- SPDX-License-Identifier: Apache-2.0
-- Types and functions. They are used by nobody yet, so this waits for nobody.

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;
GRANT USAGE ON SCHEMA mcp TO mcp_app, mcp_security, mcp_maintenance;

CREATE TYPE mcp.task_status AS ENUM ('pending', 'assigned', 'in_progress', 'delegated', 'completed', 'failed', 'cancelled');
CREATE TYPE mcp.task_priority AS ENUM ('low', 'medium', 'high', 'critical');
CREATE TYPE mcp.workflow_type AS ENUM ('sequential', 'parallel', 'conditional', 'loop', 'map_reduce', 'scatter_gather');
CREATE TYPE mcp.workflow_status AS ENUM ('draft', 'active', 'paused', 'completed', 'failed', 'archived');
CREATE TYPE mcp.delegation_type AS ENUM ('handoff', 'collaboration', 'supervision', 'consultation');
CREATE TYPE mcp.workspace_visibility AS ENUM ('private', 'team', 'organization', 'public');
CREATE TYPE mcp.member_role AS ENUM ('viewer', 'contributor', 'moderator', 'admin', 'owner');

-- The tenant for whom the connection works, from the setting app.tenant_id. Not set and empty both mean none, because a setting that was
-- reset in its session comes back empty and not as NULL. What is no UUID is an error rather than no tenant: it is a mistake of the application.
CREATE FUNCTION mcp.current_tenant_id() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT NULLIF(current_setting('app.tenant_id', true), '')::uuid
$$;

-- Merges objects key by key, at any depth; anything else of the second side wins, null included. A missing side is the other one.
CREATE FUNCTION mcp.jsonb_merge_recursive(first jsonb, second jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF first IS NULL OR second IS NULL THEN
    RETURN COALESCE(second, first);
  END IF;
  IF jsonb_typeof(first) <> 'object' OR jsonb_typeof(second) <> 'object' THEN
    RETURN second;
  END IF;
  RETURN first || COALESCE((
    SELECT jsonb_object_agg(s.key, CASE WHEN first ? s.key THEN mcp.jsonb_merge_recursive(first -> s.key, s.value) ELSE s.value END)
    FROM jsonb_each(second) AS s), '{}');
END
$$;

-- Whether an object has all required keys, and none but these and the optional ones. Anything but an object is not valid.
CREATE FUNCTION mcp.validate_jsonb_keys(document jsonb, required text[], optional text[] DEFAULT '{}') RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN jsonb_typeof(document) = 'object'
    THEN document ?& required AND document - required - optional = '{}'::jsonb
    ELSE false END
$$;

-- Okapi BM25 of one term in one document, with the idf of Lucene: ln(1 + (N - n + 0.5) / (n + 0.5)), which is above zero for every n up to N.
-- The idf without "1 +" turns negative once a term stands in more than half of the documents, and would punish a hit. Where no length is known
-- (an average of zero) the length plays no part.
CREATE FUNCTION mcp.bm25_score(
  term_frequency double precision, document_frequency bigint, total_documents bigint,
  document_length double precision, average_length double precision,
  k1 double precision DEFAULT 1.2, b double precision DEFAULT 0.75) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE WHEN term_frequency > 0 AND total_documents > 0 THEN
    ln(1 + (greatest(total_documents, document_frequency) - document_frequency + 0.5) / (document_frequency + 0.5))
    * term_frequency * (k1 + 1)
    / (term_frequency + k1 * (1 - b + b * CASE WHEN average_length > 0 THEN document_length / average_length ELSE 1 END))
  ELSE 0 END
$$;

-- The sum of 1 / (k + rank) over the lists in which something stands; ranks begin at 1, NULL is a list in which it does not stand.
CREATE FUNCTION mcp.reciprocal_rank_fusion(ranks bigint[], k integer DEFAULT 60) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT COALESCE(sum(1.0::double precision / (k + rank)), 0) FROM unnest(ranks) AS rank WHERE rank IS NOT NULL
$$;

-- Whether a tool's way to authenticate is described as its kind requires. Secrets have no place in it: they are in credentials_encrypted.
CREATE FUNCTION mcp.validate_auth_config(kind text, config jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  SELECT CASE kind
    WHEN 'none' THEN mcp.validate_jsonb_keys(config, '{}')
    WHEN 'basic' THEN mcp.validate_jsonb_keys(config, '{username}')
    WHEN 'bearer' THEN mcp.validate_jsonb_keys(config, '{}', '{header,prefix}')
    WHEN 'api_key' THEN mcp.validate_jsonb_keys(config, '{in,name}') AND config ->> 'in' IN ('header', 'query', 'cookie')
    WHEN 'oauth2' THEN mcp.validate_jsonb_keys(config, '{token_url,client_id}', '{scopes,audience}')
    ELSE false END
$$;

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
  INSERT INTO mcp.rate_limit_buckets (tenant_id, bucket, subject, tokens, refilled_at)
  VALUES (tenant, wanted_bucket, for_subject, size, clock_timestamp()) ON CONFLICT DO NOTHING;
  SELECT b.tokens, b.refilled_at INTO held FROM mcp.rate_limit_buckets b
  WHERE b.tenant_id = tenant AND b.bucket = wanted_bucket AND b.subject = for_subject FOR UPDATE;
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
-- comes later gives no secret away. It reads OLD for a DELETE, where NEW is null, and works for those who may not write the log themselves.
CREATE FUNCTION mcp.audit_row_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  before jsonb := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD) ELSE '{}' END;
  after jsonb := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW) ELSE '{}' END;
  told jsonb := CASE WHEN TG_OP = 'DELETE' THEN before ELSE after END;
  changed jsonb;
BEGIN
  SELECT COALESCE(jsonb_object_agg(c.key, CASE WHEN c.key = ANY (TG_ARGV)
    THEN jsonb_build_object('old', before -> c.key, 'new', after -> c.key) ELSE '"changed"' END), '{}')
  INTO changed
  FROM jsonb_object_keys(before || after) AS c(key)
  WHERE before -> c.key IS DISTINCT FROM after -> c.key;
  IF TG_OP <> 'UPDATE' OR changed - 'updated_at' - 'last_used_at' <> '{}' THEN
    INSERT INTO mcp.audit_log (tenant_id, table_name, row_id, action, actor, changes)
    VALUES ((told ->> 'tenant_id')::uuid, TG_TABLE_NAME,
      COALESCE(told ->> 'id', concat_ws('/', told ->> 'workspace_id', told ->> 'user_id')), TG_OP,
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

-- Deletes keys of requests whose time is over, and limits that nobody has touched for a day, which are full again. Gives how many rows went.
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
    SELECT o.tenant_id, o.bucket, o.subject FROM mcp.rate_limit_buckets o WHERE o.refilled_at < now() - interval '1 day' LIMIT at_most FOR UPDATE SKIP LOCKED) AS o
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

-- Keeps each tenant's number of documents, their length, and in how many of them each word stands: by statement, not by row. The tenant's row is taken
-- first and held to the end of the transaction, so writers of one tenant wait for each other there and never with half of their words written: no two can wait
-- for each other in a circle. Tenants are taken in order for the same reason. The texts that are executed are constants of this function.
CREATE FUNCTION mcp.update_embedding_statistics() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  gone text := 'SELECT o.tenant_id, o.term_frequencies, o.document_length, -1 AS direction FROM old_rows o WHERE o.term_frequencies IS NOT NULL';
  come text := 'SELECT n.tenant_id, n.term_frequencies, n.document_length, 1 AS direction FROM new_rows n WHERE n.term_frequencies IS NOT NULL';
  changed text := CASE TG_OP WHEN 'INSERT' THEN come WHEN 'DELETE' THEN gone ELSE gone || ' UNION ALL ' || come END;
  words text := 'WITH words AS (SELECT c.tenant_id, w.term, sum(c.direction) AS change FROM (' || changed
    || ') c, jsonb_object_keys(c.term_frequencies) AS w(term) GROUP BY c.tenant_id, w.term HAVING sum(c.direction) <> 0) ';
BEGIN
  EXECUTE 'INSERT INTO mcp.embedding_statistics (tenant_id) SELECT DISTINCT c.tenant_id FROM (' || changed || ') c ORDER BY 1 ON CONFLICT DO NOTHING';
  EXECUTE 'SELECT 1 FROM mcp.embedding_statistics s WHERE s.tenant_id IN (SELECT c.tenant_id FROM (' || changed || ') c) ORDER BY s.tenant_id FOR NO KEY UPDATE';
  EXECUTE 'UPDATE mcp.embedding_statistics s SET total_documents = s.total_documents + d.documents, total_length = s.total_length + d.length, updated_at = now()'
    || ' FROM (SELECT c.tenant_id, sum(c.direction) AS documents, sum(c.direction * c.document_length) AS length FROM (' || changed || ') c GROUP BY 1) d'
    || ' WHERE s.tenant_id = d.tenant_id';
  EXECUTE words || 'UPDATE mcp.embedding_term_counts t SET document_count = t.document_count + w.change FROM words w'
    || ' WHERE w.change < 0 AND t.tenant_id = w.tenant_id AND t.term = w.term';
  EXECUTE words || 'DELETE FROM mcp.embedding_term_counts t USING words w'
    || ' WHERE w.change < 0 AND t.tenant_id = w.tenant_id AND t.term = w.term AND t.document_count = 0';
  EXECUTE words || 'INSERT INTO mcp.embedding_term_counts AS t (tenant_id, term, document_count) SELECT w.tenant_id, w.term, w.change FROM words w WHERE w.change > 0'
    || ' ON CONFLICT (tenant_id, term) DO UPDATE SET document_count = t.document_count + EXCLUDED.document_count';
  RETURN NULL;
END
$$;
ALTER FUNCTION mcp.update_embedding_statistics() OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.update_embedding_statistics() FROM PUBLIC;

-- A vector of length one for every vector that comes in, so that search compares like with like.
CREATE FUNCTION mcp.normalize_embedding() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.normalized_embedding := public.l2_normalize(NEW.vector);
  RETURN NEW;
END
$$;

-- Searches the tenant's embeddings by words, by a vector, or by both. By words: BM25 over the tenant's own statistics, any of the words. By a vector: the
-- smallest cosine distance. By both: the best candidates of each, merged by reciprocal rank. A vector of another model than the one that is searched is
-- projected first, by the matrix of the two. One round trip. It asks for the tenant itself, in each of its queries, and has its owner's rights for the sake of
-- speed: behind a policy the index of words would not be used, because its operator might tell something about rows that the policy hides (it is not
-- leakproof). Planned anew each time: a plan for any number of candidates and any filter is one without the index over vectors. The planner may
-- take either of the two: HNSW, or IVFFlat with all of its lists, which misses nothing and so costs more. With one list, as is usual, it would be the cheaper
-- one, and find a third of what is there.
-- A distance costs two hundred times what the planner takes an operator for: each vector is fetched from beside its row first. Told so, it reads a small tenant's
-- vectors one by one, which misses nothing, and takes HNSW for a large one's; not told, it reads ten thousand of them in a tenth of a second or more.
CREATE FUNCTION mcp.search_embeddings(
  query_text text DEFAULT NULL, query_vector public.vector DEFAULT NULL, at_most integer DEFAULT 10, of_agent uuid DEFAULT NULL,
  of_task_type text DEFAULT NULL, of_model uuid DEFAULT NULL, query_model uuid DEFAULT NULL, candidates integer DEFAULT 100)
RETURNS TABLE (embedding_id uuid, score double precision, vector_rank bigint, text_rank bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan
SET hnsw.iterative_scan = 'strict_order' SET hnsw.ef_search = '100' SET ivfflat.probes = '100' AS $$
DECLARE
  tenant uuid := mcp.current_tenant_id();
  sought public.vector;
  usual_cost text := current_setting('cpu_operator_cost');
  near uuid[];
  distances double precision[];
  words text[];
  weights double precision[];
  any_word tsquery;
  average double precision;
BEGIN
  IF query_vector IS NOT NULL THEN
    sought := query_vector;
    IF query_model <> of_model THEN
      SELECT ('[' || string_agg((-(r.row OPERATOR(public.<#>) query_vector))::text, ',' ORDER BY r.position) || ']')::public.vector INTO sought
      FROM mcp.projection_matrices m, unnest(m.matrix) WITH ORDINALITY AS r(row, position)
      WHERE m.source_model_id = query_model AND m.target_model_id = of_model;
      IF sought IS NULL THEN
        RAISE EXCEPTION 'vectors of model % cannot be compared with those of %', query_model, of_model
          USING ERRCODE = 'invalid_parameter_value', HINT = 'mcp.projection_matrices has no matrix for the two.';
      END IF;
    END IF;
    sought := public.l2_normalize(sought);
    PERFORM set_config('cpu_operator_cost', '0.5', true);
    SELECT array_agg(n.id ORDER BY n.distance, n.id), array_agg(n.distance ORDER BY n.distance, n.id) INTO near, distances FROM (
      SELECT e.id, e.normalized_embedding OPERATOR(public.<=>) sought AS distance FROM mcp.embeddings e
      WHERE e.tenant_id = tenant AND (of_agent IS NULL OR e.agent_id = of_agent)
        AND (of_task_type IS NULL OR e.task_type = of_task_type) AND (of_model IS NULL OR e.model_id = of_model)
      ORDER BY e.normalized_embedding OPERATOR(public.<=>) sought LIMIT candidates) n
    WHERE n.distance IS NOT NULL;
    -- What follows has operators as cheap as the server is set to. An error before this ends the transaction, and the setting with it.
    PERFORM set_config('cpu_operator_cost', usual_cost, true);
  END IF;
  IF query_text IS NOT NULL THEN
    -- The weight of a word is its BM25 where it stands once in a document of average length.
    SELECT array_agg(w.term), array_agg(mcp.bm25_score(1, COALESCE(c.document_count, 0), s.total_documents, 1, 0)),
      string_agg('''' || replace(replace(w.term, '\', '\\'), '''', '''''') || '''', ' | ')::tsquery, min(s.total_length::double precision / nullif(s.total_documents, 0))
    INTO words, weights, any_word, average
    FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.english', query_text))) AS w(term)
      JOIN mcp.embedding_statistics s ON s.tenant_id = tenant
      LEFT JOIN mcp.embedding_term_counts c ON c.tenant_id = tenant AND c.term = w.term;
  END IF;
  RETURN QUERY
  WITH by_vector AS (SELECT n.id, n.distance, n.place FROM unnest(near, distances) WITH ORDINALITY AS n(id, distance, place)),
  by_text AS (
    SELECT b.id, b.relevance, row_number() OVER (ORDER BY b.relevance DESC, b.id) AS place FROM (
      SELECT e.id, (SELECT sum(w.weight * f.frequency * 2.2 / (f.frequency + 1.2 * (0.25 + 0.75 * e.document_length / nullif(average, 0))))
        FROM unnest(words, weights) AS w(term, weight), LATERAL (SELECT (e.term_frequencies ->> w.term)::double precision AS frequency) f
        WHERE f.frequency > 0) AS relevance
      FROM mcp.embeddings e
      WHERE e.tenant_id = tenant AND e.content_tsvector @@ any_word AND (of_agent IS NULL OR e.agent_id = of_agent)
        AND (of_task_type IS NULL OR e.task_type = of_task_type) AND (of_model IS NULL OR e.model_id = of_model)
      ORDER BY relevance DESC, e.id LIMIT candidates) b)
  SELECT COALESCE(v.id, t.id), CASE
      WHEN query_text IS NULL THEN 1 - v.distance
      WHEN query_vector IS NULL THEN t.relevance
      ELSE mcp.reciprocal_rank_fusion(ARRAY[v.place, t.place]) END AS total,
    v.place, t.place
  FROM by_vector v FULL JOIN by_text t ON t.id = v.id
  ORDER BY total DESC, 1 LIMIT at_most;
END
$$;
ALTER FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer) TO mcp_app;
