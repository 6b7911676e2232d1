-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The search of 000014, whose settings and costs are explained there. Calls that name vector_weight fail from here on.

-- The name goes over from one function to the other in one transaction. A plain DROP would fail the calls that are on their way to it.
BEGIN;
ALTER FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer,double precision) RENAME TO search_embeddings_before;

-- Searches the tenant's embeddings by words, by a vector, or by both. By words: BM25 over the tenant's own statistics, any of the words. By a vector: the
-- smallest cosine distance. By both: the best candidates of each, merged by reciprocal rank. A vector of another model than the one that is searched is
-- projected first, by the matrix of the two; one that is all zeros points nowhere and is near to nothing. One round trip. What it calls asks for the tenant
-- itself, and has its owner's rights for the sake of speed: behind a policy the index of words would not be used, because its operator
-- might tell something about rows that the policy hides (it is not leakproof). What they call is planned anew each time: a plan for any filter is a worse one.
CREATE FUNCTION mcp.search_embeddings(
  query_text text DEFAULT NULL, query_vector public.vector DEFAULT NULL, at_most integer DEFAULT 10, of_agent uuid DEFAULT NULL,
  of_task_type text DEFAULT NULL, of_model uuid DEFAULT NULL, query_model uuid DEFAULT NULL, candidates integer DEFAULT 100)
RETURNS TABLE (embedding_id uuid, score double precision, vector_rank bigint, text_rank bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted integer := CASE WHEN candidates IS NOT NULL THEN greatest(candidates, at_most) END;
  sought public.vector := query_vector;
BEGIN
  IF query_vector IS NOT NULL THEN
    IF query_model <> of_model THEN
      SELECT ('[' || string_agg((-(r.row OPERATOR(public.<#>) query_vector))::text, ',' ORDER BY r.position) || ']')::public.vector INTO sought
      FROM mcp.projection_matrices m, unnest(m.matrix) WITH ORDINALITY AS r(row, position)
      WHERE m.source_model_id = query_model AND m.target_model_id = of_model;
      IF sought IS NULL THEN
        RAISE EXCEPTION 'vectors of model % cannot be compared with those of %', query_model, of_model
          USING ERRCODE = 'invalid_parameter_value', HINT = 'mcp.projection_matrices has no matrix for the two.';
      END IF;
    END IF;
    IF public.vector_dims(sought) <> 1536 THEN
      RAISE EXCEPTION 'a vector of % dimensions cannot be compared with those of 1536', public.vector_dims(sought)
        USING ERRCODE = 'invalid_parameter_value', HINT = 'Say of which model it is (query_model) and which is searched (of_model): then it is projected.';
    END IF;
    sought := CASE WHEN public.vector_norm(sought) > 0 THEN public.l2_normalize(sought) END;
  END IF;
  RETURN QUERY
  WITH by_vector AS (
    SELECT n.embedding_id AS id, n.distance, row_number() OVER (ORDER BY n.distance, n.embedding_id) AS place
    FROM mcp.nearest_embeddings(sought, wanted, of_agent, of_task_type, of_model) n),
  by_text AS (
    SELECT w.embedding_id AS id, w.relevance, row_number() OVER (ORDER BY w.relevance DESC, w.embedding_id) AS place
    FROM mcp.embeddings_with_words(query_text, wanted, of_agent, of_task_type, of_model) w)
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
COMMIT;

-- Who found the function of before by its name and has not yet called it would fail without it: so it goes when the transactions of then have ended. Behind a minute
-- those that still stand are taken for idle.
DO $$
DECLARE
  before text[];
  until timestamptz := clock_timestamp() + interval '1 minute';
BEGIN
  SELECT array_agg(l.virtualtransaction) INTO before FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
  WHERE l.locktype = 'virtualxid' AND a.datname = current_database() AND a.usesysid IS NOT NULL AND a.pid <> pg_backend_pid();
  WHILE clock_timestamp() < until AND EXISTS (SELECT FROM pg_locks l WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (before)) LOOP
    COMMIT;
    PERFORM pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION mcp.search_embeddings_before(text,public.vector,integer,uuid,text,uuid,uuid,integer,double precision);
