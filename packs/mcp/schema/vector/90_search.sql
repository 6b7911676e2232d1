-- SPDX-License-Identifier: Apache-2.0
-- Statistics and search.

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

CREATE TRIGGER update_content_tsvector BEFORE INSERT OR UPDATE OF content ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.update_content_tsvector();

CREATE TRIGGER normalize_embedding BEFORE INSERT OR UPDATE OF vector ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.normalize_embedding();

CREATE TRIGGER count_inserted_embeddings AFTER INSERT ON mcp.embeddings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();

CREATE TRIGGER count_updated_embeddings AFTER UPDATE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();

CREATE TRIGGER count_deleted_embeddings AFTER DELETE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();
