-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- A search by words looks fewer words up in fewer texts, and finds them as they are; one among an agent's vectors reads that agent's signs, not all of the tenant's. A
-- function keeps its owner and rights when it is replaced, and calls that run end by the one of before.

-- A row is made shorter by compressing what can be before anything is put beside it, whatever its toast_tuple_target. What has EXTERNAL is never compressed. Rows from
-- before keep what they have until their text is next changed; to bring them along is slow and not needed, see docs/packs/mcp.md.
ALTER TABLE mcp.embeddings ALTER COLUMN term_frequencies SET STORAGE EXTERNAL;

-- The tenant's embeddings with any of the words of a text, by BM25 over the tenant's own statistics. A word that stands in most texts says little and costs most,
-- because each text that has it is ranked. Texts that have one of the others, those of at most 2,000 texts, are therefore ranked first, by all words. If there are as
-- many as are wanted, and the last of them has more than all common words together can give, then no text with common words alone is among them, and
-- nothing else is read (the idea is MaxScore's: Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995). Else texts with common words alone are ranked
-- too, by these: the others count nothing for them, and to look up a word in a text is what takes the time. Either way the answer
-- is the same. The formula is written out word by word, 2.2 * idf * f / (f + norm) as 1 - norm / (norm + f), which is zero for a word that is not there; in groups, so
-- that a long question does not nest deeply.
CREATE OR REPLACE FUNCTION mcp.embeddings_with_words(query_text text, wanted integer, of_agent uuid, of_task_type text, of_model uuid)
RETURNS TABLE (embedding_id uuid, relevance double precision)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET jit = 'off' AS $$
DECLARE
  tenant uuid := mcp.current_tenant_id();
  common_word tsquery;
  rare_word tsquery;
  common_at_best double precision;
  by_all_words text;
  by_common_words text;
  of_texts constant text := ' AS relevance FROM mcp.embeddings e WHERE e.tenant_id = $1 AND e.content_tsvector @@ $2'
    || ' AND ($3 IS NULL OR e.agent_id = $3) AND ($4 IS NULL OR e.task_type = $4) AND ($5 IS NULL OR e.model_id = $5)'
    || ' ORDER BY relevance DESC, e.id LIMIT $6';
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
  scores AS (
    SELECT w.place, w.is_common,
      format('%L::float8 * (1 - %s / (%s + greatest((e.term_frequencies ->> %L)::float8, 0)))', w.at_best, w.norm, w.norm, w.term) AS score
    FROM words w),
  parts AS (
    SELECT s.place / 50 AS place, string_agg(s.score, ' + ' ORDER BY s.place) AS of_all,
      string_agg(s.score, ' + ' ORDER BY s.place) FILTER (WHERE s.is_common) AS of_common
    FROM scores s GROUP BY s.place / 50)
  SELECT string_agg(w.quoted, ' | ') FILTER (WHERE w.is_common)::tsquery, string_agg(w.quoted, ' | ') FILTER (WHERE NOT w.is_common)::tsquery,
    sum(w.at_best) FILTER (WHERE w.is_common), (SELECT string_agg('(' || p.of_all || ')', ' + ' ORDER BY p.place) FROM parts p),
    (SELECT string_agg('(' || p.of_common || ')', ' + ' ORDER BY p.place) FROM parts p)
  INTO common_word, rare_word, common_at_best, by_all_words, by_common_words FROM words w;
  IF rare_word IS NOT NULL THEN
    EXECUTE 'SELECT array_agg(r.id), array_agg(r.relevance) FROM (SELECT e.id, ' || by_all_words || of_texts || ') r' INTO ids, relevances
    USING tenant, rare_word, of_agent, of_task_type, of_model, wanted;
  END IF;
  IF common_word IS NULL OR cardinality(ids) = wanted AND relevances[wanted] >= common_at_best THEN
    RETURN QUERY SELECT * FROM unnest(ids, relevances);
    RETURN;
  END IF;
  RETURN QUERY EXECUTE
    'SELECT * FROM (SELECT r.id, r.relevance FROM unnest($7, $8) AS r(id, relevance) UNION ALL (SELECT e.id, ' || by_common_words || of_texts || ')) f'
    || ' ORDER BY f.relevance DESC, f.id LIMIT $6'
  USING tenant, COALESCE(common_word && !! rare_word, common_word), of_agent, of_task_type, of_model, wanted, ids, relevances;
END
$$;

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
  -- By words alone there is nothing to merge with: what is not among the first need not be known.
  wanted_by_words integer := CASE WHEN query_vector IS NULL THEN COALESCE(at_most, wanted) ELSE wanted END;
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
    FROM mcp.embeddings_with_words(query_text, wanted_by_words, of_agent, of_task_type, of_model) w)
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

-- The index of before serves until the new one is built.
ALTER INDEX mcp.idx_embeddings_tenant_quantized RENAME TO idx_embeddings_quantized_of_tenant;
CREATE INDEX CONCURRENTLY idx_embeddings_tenant_quantized ON mcp.embeddings (tenant_id, agent_id)
  INCLUDE (id, model_id, quantized_embedding, task_type) WHERE quantized_embedding IS NOT NULL;
DROP INDEX CONCURRENTLY mcp.idx_embeddings_quantized_of_tenant;
