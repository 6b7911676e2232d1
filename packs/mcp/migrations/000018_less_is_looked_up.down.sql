-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- The index and the functions as 000014 and 000015 have them.

ALTER INDEX mcp.idx_embeddings_tenant_quantized RENAME TO idx_embeddings_quantized_of_agent;
CREATE INDEX CONCURRENTLY idx_embeddings_tenant_quantized ON mcp.embeddings (tenant_id)
  INCLUDE (id, model_id, quantized_embedding, agent_id, task_type) WHERE quantized_embedding IS NOT NULL;
DROP INDEX CONCURRENTLY mcp.idx_embeddings_quantized_of_agent;

-- Searches the tenant's embeddings by words, by a vector, or by both. By words: BM25 over the tenant's own statistics, any of the words. By a vector: the
-- smallest cosine distance. By both: the best candidates of each, whose scores are brought between 0 (the last candidate) and 1 (the first) and added, those by vector
-- with vector_weight and those by words with what is left of 1; without a weight (NULL) merged by reciprocal rank. A vector of another model than the one that is searched is
-- projected first, by the matrix of the two; one that is all zeros points nowhere and is near to nothing. One round trip. What it calls asks for the tenant
-- itself, and has its owner's rights for the sake of speed: behind a policy the index of words would not be used, because its operator
-- might tell something about rows that the policy hides (it is not leakproof). What they call is planned anew each time: a plan for any filter is a worse one.
CREATE OR REPLACE FUNCTION mcp.search_embeddings(
  query_text text DEFAULT NULL, query_vector public.vector DEFAULT NULL, at_most integer DEFAULT 10, of_agent uuid DEFAULT NULL,
  of_task_type text DEFAULT NULL, of_model uuid DEFAULT NULL, query_model uuid DEFAULT NULL, candidates integer DEFAULT 100,
  vector_weight double precision DEFAULT 0.75)
RETURNS TABLE (embedding_id uuid, score double precision, vector_rank bigint, text_rank bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  wanted integer := CASE WHEN candidates IS NOT NULL THEN greatest(candidates, at_most) END;
  sought public.vector := query_vector;
BEGIN
  IF vector_weight NOT BETWEEN 0 AND 1 THEN
    RAISE EXCEPTION 'a weight of % for the search by vector', vector_weight
      USING ERRCODE = 'invalid_parameter_value', HINT = 'It is between 0 and 1, or NULL to merge by rank.';
  END IF;
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
    SELECT n.embedding_id AS id, n.distance, row_number() OVER (ORDER BY n.distance, n.embedding_id) AS place,
      COALESCE((max(n.distance) OVER () - n.distance) / NULLIF(max(n.distance) OVER () - min(n.distance) OVER (), 0), 1) AS part
    FROM mcp.nearest_embeddings(sought, wanted, of_agent, of_task_type, of_model) n),
  by_text AS (
    SELECT w.embedding_id AS id, w.relevance, row_number() OVER (ORDER BY w.relevance DESC, w.embedding_id) AS place,
      COALESCE((w.relevance - min(w.relevance) OVER ()) / NULLIF(max(w.relevance) OVER () - min(w.relevance) OVER (), 0), 1) AS part
    FROM mcp.embeddings_with_words(query_text, wanted, of_agent, of_task_type, of_model) w)
  SELECT COALESCE(v.id, t.id), CASE
      WHEN query_text IS NULL THEN 1 - v.distance
      WHEN query_vector IS NULL THEN t.relevance
      WHEN vector_weight IS NULL THEN mcp.reciprocal_rank_fusion(ARRAY[v.place, t.place])
      ELSE vector_weight * COALESCE(v.part, 0) + (1 - vector_weight) * COALESCE(t.part, 0) END AS total,
    v.place, t.place
  FROM by_vector v FULL JOIN by_text t ON t.id = v.id
  ORDER BY total DESC, 1 LIMIT at_most;
END
$$;

-- The tenant's embeddings with any of the words of a text, by BM25 over the tenant's own statistics. A word that stands in most texts says little and costs most,
-- because each text that has it is ranked. Texts that have one of the others, those of at most 2,000 texts, are therefore ranked first, by all words. If there are as
-- many as are wanted, and the last of them has more than all common words together can give, then no text with common words alone is among them, and
-- nothing else is read (the idea is MaxScore's: Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995). Else all are ranked. Either way the answer
-- is the same. The formula is written out word by word, 2.2 * idf * f / (f + norm) as 1 - norm / (norm + f), which is zero for a word that is not there; in groups, so
-- that a long question does not nest deeply.
CREATE OR REPLACE FUNCTION mcp.embeddings_with_words(query_text text, wanted integer, of_agent uuid, of_task_type text, of_model uuid)
RETURNS TABLE (embedding_id uuid, relevance double precision)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = 'off' AS $$
DECLARE
  tenant uuid := mcp.current_tenant_id();
  any_word tsquery;
  rare_word tsquery;
  common_at_best double precision;
  ranking text;
  ids uuid[];
  relevances double precision[];
BEGIN
  WITH words AS (
    SELECT w.term, row_number() OVER (ORDER BY w.term) AS place, '''' || replace(replace(w.term, '\', '\\'), '''', '''''') || '''' AS quoted,
      COALESCE(c.document_count, 0) > 2000 AS is_common, 2.2 * mcp.bm25_score(1, COALESCE(c.document_count, 0), s.total_documents, 1, 0) AS at_best,
      COALESCE(format('(0.3::float8 + e.document_length * %L::float8)', 0.9 / nullif(s.total_length::double precision / s.total_documents, 0)), '1.2::float8') AS norm
    FROM unnest(tsvector_to_array(to_tsvector('pg_catalog.english', query_text))) AS w(term)
      JOIN mcp.embedding_statistics s ON s.tenant_id = tenant AND s.total_documents > 0
      LEFT JOIN mcp.embedding_term_counts c ON c.tenant_id = tenant AND c.term = w.term),
  parts AS (
    SELECT string_agg(format('%L::float8 * (1 - %s / (%s + greatest((e.term_frequencies ->> %L)::float8, 0)))', w.at_best, w.norm, w.norm, w.term),
      ' + ' ORDER BY w.place) AS part
    FROM words w GROUP BY w.place / 50)
  SELECT string_agg(w.quoted, ' | ')::tsquery, string_agg(w.quoted, ' | ') FILTER (WHERE NOT w.is_common)::tsquery,
    sum(w.at_best) FILTER (WHERE w.is_common), (SELECT '(' || string_agg(p.part, ') + (' ORDER BY p.part) || ')' FROM parts p)
  INTO any_word, rare_word, common_at_best, ranking FROM words w;
  IF any_word IS NULL THEN
    RETURN;
  END IF;
  ranking := 'SELECT e.id, ' || ranking || ' AS relevance FROM mcp.embeddings e WHERE e.tenant_id = $1 AND e.content_tsvector @@ $2'
    || ' AND ($3 IS NULL OR e.agent_id = $3) AND ($4 IS NULL OR e.task_type = $4) AND ($5 IS NULL OR e.model_id = $5)'
    || ' ORDER BY relevance DESC, e.id LIMIT $6';
  IF rare_word IS NOT NULL AND common_at_best IS NOT NULL THEN
    EXECUTE 'SELECT array_agg(r.id), array_agg(r.relevance) FROM (' || ranking || ') r' INTO ids, relevances
    USING tenant, rare_word, of_agent, of_task_type, of_model, wanted;
    IF cardinality(ids) = wanted AND relevances[wanted] >= common_at_best THEN
      RETURN QUERY SELECT * FROM unnest(ids, relevances);
      RETURN;
    END IF;
  END IF;
  RETURN QUERY EXECUTE ranking USING tenant, any_word, of_agent, of_task_type, of_model, wanted;
END
$$;

ALTER TABLE mcp.embeddings ALTER COLUMN term_frequencies SET STORAGE EXTENDED;
