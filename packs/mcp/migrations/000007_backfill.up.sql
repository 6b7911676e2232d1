-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- The rows that were there before, a thousand at a time, each thousand a transaction of its own: nobody waits for longer than one of them. It may be
-- interrupted and run again.

-- An update of nothing: the triggers do the rest.
DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
BEGIN
  LOOP
    SELECT array_agg(b.id ORDER BY b.id) INTO ids FROM (SELECT id FROM mcp.api_keys WHERE id > last ORDER BY id LIMIT 1000) b;
    EXIT WHEN ids IS NULL;
    UPDATE mcp.api_keys SET type = type WHERE id = ANY (ids) AND key_type IS NULL;
    COMMIT;
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;

DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
BEGIN
  LOOP
    SELECT array_agg(b.id ORDER BY b.id) INTO ids FROM (SELECT id FROM mcp.tasks WHERE id > last ORDER BY id LIMIT 1000) b;
    EXIT WHEN ids IS NULL;
    UPDATE mcp.tasks SET state = state WHERE id = ANY (ids) AND status IS NULL;
    COMMIT;
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;

-- Delegations from before 000006 count too. Which these are is known from the history, so that this may be run again.
DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
BEGIN
  LOOP
    SELECT array_agg(b.id ORDER BY b.id) INTO ids FROM (SELECT id FROM mcp.task_delegations WHERE id > last ORDER BY id LIMIT 1000) b;
    EXIT WHEN ids IS NULL;
    WITH told AS (
      INSERT INTO mcp.task_delegation_history (tenant_id, delegation_id, task_id, from_agent_id, to_agent_id, delegation_type, reason, delegated_at)
      SELECT d.tenant_id, d.id, d.task_id, d.from_agent_id, d.to_agent_id, d.delegation_type, d.reason, d.created_at
      FROM mcp.task_delegations d WHERE d.id = ANY (ids)
      ON CONFLICT (delegation_id) DO NOTHING RETURNING task_id)
    UPDATE mcp.tasks t SET delegation_count = t.delegation_count + c.delegations
    FROM (SELECT task_id, count(*) AS delegations FROM told GROUP BY task_id) c WHERE t.id = c.task_id;
    COMMIT;
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;

DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
BEGIN
  LOOP
    SELECT array_agg(b.id ORDER BY b.id) INTO ids FROM (SELECT id FROM mcp.embeddings WHERE id > last ORDER BY id LIMIT 200) b;
    EXIT WHEN ids IS NULL;
    UPDATE mcp.embeddings SET content = content, vector = vector WHERE id = ANY (ids) AND content_tsvector IS NULL;
    COMMIT;
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;
