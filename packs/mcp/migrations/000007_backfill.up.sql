-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- The rows that were there before, some at a time, in short transactions with a pause behind each: nobody waits for longer than one of them. It may be
-- interrupted and run again.

-- Goes over a table by its key. As many rows are changed in one transaction as take about a tenth of a second, because who writes one of them waits for its end;
-- and behind it a fifth of the time is left to those who have waited, for a lock that is taken again at once is never theirs.
CREATE PROCEDURE pg_temp.change_in_batches(of_table regclass, change text)
LANGUAGE plpgsql AS $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
  at_once integer := 10;
  began timestamptz;
  took double precision;
BEGIN
  LOOP
    EXECUTE format('SELECT array_agg(b.id ORDER BY b.id) FROM (SELECT id FROM %s WHERE id > $1 ORDER BY id LIMIT $2) b', of_table) INTO ids USING last, at_once;
    EXIT WHEN ids IS NULL;
    began := clock_timestamp();
    EXECUTE change USING ids;
    COMMIT;
    took := extract(epoch FROM clock_timestamp() - began);
    PERFORM pg_sleep(least(took / 4, 1));
    at_once := greatest(1, least(2 * at_once, at_once * 0.1 / took, 1000));
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;

-- An update of nothing: the triggers do the rest.
CALL pg_temp.change_in_batches('mcp.api_keys', 'UPDATE mcp.api_keys SET type = type WHERE id = ANY ($1) AND key_type IS NULL');
CALL pg_temp.change_in_batches('mcp.tasks', 'UPDATE mcp.tasks SET state = state WHERE id = ANY ($1) AND status IS NULL');

-- Delegations from before 000006 count too. Which these are is known from the history, so that this may be run again.
CALL pg_temp.change_in_batches('mcp.task_delegations', $$
  WITH told AS (
    INSERT INTO mcp.task_delegation_history (tenant_id, delegation_id, task_id, from_agent_id, to_agent_id, delegation_type, reason, delegated_at)
    SELECT d.tenant_id, d.id, d.task_id, d.from_agent_id, d.to_agent_id, d.delegation_type, d.reason, d.created_at
    FROM mcp.task_delegations d WHERE d.id = ANY ($1)
    ON CONFLICT (delegation_id) DO NOTHING RETURNING task_id)
  UPDATE mcp.tasks t SET delegation_count = t.delegation_count + c.delegations
  FROM (SELECT task_id, count(*) AS delegations FROM told GROUP BY task_id) c WHERE t.id = c.task_id
$$);

CALL pg_temp.change_in_batches('mcp.embeddings', 'UPDATE mcp.embeddings SET content = content, vector = vector WHERE id = ANY ($1) AND content_tsvector IS NULL');

DROP PROCEDURE pg_temp.change_in_batches;
