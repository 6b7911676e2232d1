-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- What let more through than it was made for: keys of users who may not come in, or with more services than the keys above them; limits that were full again when they
-- were purged; addresses with their secrets in the audit log; and partitions for whose making readers that go on to write were ended. A function keeps its
-- owner and rights when it is replaced, and calls that run end as they began.

CREATE POLICY security_functions ON mcp.users FOR SELECT TO mcp_security USING (true);
GRANT SELECT ON mcp.users TO mcp_security;

-- Says who presents a key. The application hashes the key (SHA-256, lower-case hexadecimal) and gives the prefix by which the key is found and
-- the hash; the key itself comes into no statement and no log. Hashes are compared as hashes of themselves with a random salt, so
-- that the time of the comparison tells nothing about how far they agree, and an unknown prefix costs a comparison too. Whatever the reason of a
-- refusal, nothing but the reason comes back. It needs no tenant, because it is the one to find it. A key lets in as long as its user and every key above it do, and
-- to no service that one of them may not ask for.
CREATE OR REPLACE FUNCTION mcp.authenticate_api_key(presented_prefix text, presented_hash text, service text DEFAULT NULL)
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

-- Makes the partitions of a table for the month of a day and the months after it, in UTC; gives how many are new. Rows that fell into the default
-- partition meanwhile are moved, and its settings are those of the new ones. It runs as the owner of the tables, because a partition is made by nobody else, and
-- takes nothing but a table of this schema that is partitioned by one column's range. Nobody may read the default partition while another joins it; that lock is
-- taken at once and not after a weaker one, for else who has read the table and now writes it would wait for this one, and this one for them. It is waited for
-- two seconds, because all others wait behind it: then this is an error, to be tried again.
CREATE OR REPLACE FUNCTION mcp.create_monthly_partitions(parent regclass, first_day date DEFAULT current_date, months integer DEFAULT 3) RETURNS integer
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

-- Takes tokens from a bucket of the tenant, all or none. The bucket is filled anew as time passes, up to its size; size and speed stand in
-- tenant_config.rate_limit_config under the bucket's name, else under "default", else they are 60 and one a second. The row's lock makes it one after the other, and
-- the clock is read behind the lock: the time at which the transaction began would count the same seconds twice.
CREATE OR REPLACE FUNCTION mcp.take_rate_limit_tokens(wanted_bucket text, for_subject text DEFAULT '', cost double precision DEFAULT 1)
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

-- Deletes keys of requests whose time is over, and buckets that nobody has touched for a day and that are full again: one that fills more slowly would be filled
-- by that. Where a tenant's settings are no numbers its buckets stay, and those of others go. Gives how many rows went.
CREATE OR REPLACE FUNCTION mcp.purge_expired(at_most integer DEFAULT 10000) RETURNS integer
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

-- Records who has changed what. Values only of the columns that the trigger names; of all others only that they were changed, so that a column that
-- comes later gives no secret away. Of an address it tells the host and no more: what stands before or behind it lets in as a password does. It reads OLD for a
-- DELETE, where NEW is null, and works for those who may not write the log themselves.
CREATE OR REPLACE FUNCTION mcp.audit_row_change() RETURNS trigger
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

-- Partitions that were made before have no settings of their own yet. Neither readers nor writers wait for this.
DO $$
DECLARE
  partition record;
BEGIN
  FOR partition IN
    SELECT c.oid::regclass AS name, array_to_string(d.reloptions, ', ') AS settings
    FROM pg_partitioned_table p JOIN pg_class d ON d.oid = p.partdefid AND d.reloptions IS NOT NULL
      JOIN pg_inherits i ON i.inhparent = p.partrelid JOIN pg_class c ON c.oid = i.inhrelid AND c.reloptions IS NULL
    WHERE p.partrelid IN ('mcp.tasks'::regclass, 'mcp.tool_executions'::regclass)
  LOOP
    EXECUTE format('ALTER TABLE %s SET (%s)', partition.name, partition.settings);
    COMMIT;
  END LOOP;
END
$$;
