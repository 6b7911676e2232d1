-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The search of 000002, whose settings and costs are explained there. First what reads the signs, then what keeps them, then they themselves.

CREATE OR REPLACE FUNCTION mcp.search_embeddings(
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

-- A search that began with the function of before calls these still: so they go when the transactions of then have ended. Behind a minute those that still stand are
-- taken for idle.
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
DROP FUNCTION mcp.nearest_embeddings(public.vector,integer,uuid,text,uuid);
DROP FUNCTION mcp.embeddings_with_words(text,integer,uuid,text,uuid);
CREATE OR REPLACE FUNCTION mcp.normalize_embedding() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.normalized_embedding := public.l2_normalize(NEW.vector);
  RETURN NEW;
END
$$;
ALTER TABLE mcp.embeddings RESET (autovacuum_vacuum_scale_factor, autovacuum_vacuum_insert_scale_factor, toast_tuple_target);
DROP INDEX CONCURRENTLY mcp.idx_embeddings_quantized_hnsw;
DROP INDEX CONCURRENTLY mcp.idx_embeddings_tenant_quantized;
ALTER TABLE mcp.embeddings DROP COLUMN quantized_embedding;
