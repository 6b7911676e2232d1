-- SPDX-License-Identifier: Apache-2.0
-- The schema, its types, and functions that need no table. The roles are made by roles.sql, once for a server.

CREATE SCHEMA mcp;

GRANT USAGE ON SCHEMA mcp TO mcp_app, mcp_security, mcp_maintenance;

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;

CREATE TYPE mcp.task_status AS ENUM ('pending', 'assigned', 'in_progress', 'delegated', 'completed', 'failed', 'cancelled');
CREATE TYPE mcp.task_priority AS ENUM ('low', 'medium', 'high', 'critical');
CREATE TYPE mcp.workflow_type AS ENUM ('sequential', 'parallel', 'conditional', 'loop', 'map_reduce', 'scatter_gather');
CREATE TYPE mcp.workflow_status AS ENUM ('draft', 'active', 'paused', 'completed', 'failed', 'archived');
CREATE TYPE mcp.delegation_type AS ENUM ('handoff', 'collaboration', 'supervision', 'consultation');
CREATE TYPE mcp.workspace_visibility AS ENUM ('private', 'team', 'organization', 'public');
CREATE TYPE mcp.member_role AS ENUM ('viewer', 'contributor', 'moderator', 'admin', 'owner');

-- Keeps updated_at.
CREATE FUNCTION mcp.update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END
$$;

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
