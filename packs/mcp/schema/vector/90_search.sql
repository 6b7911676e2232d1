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

-- A vector of length one for every vector that comes in, so that search compares like with like, and the signs of its numbers.
CREATE FUNCTION mcp.normalize_embedding() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.normalized_embedding := public.l2_normalize(NEW.vector);
  NEW.quantized_embedding := CASE WHEN public.vector_norm(NEW.normalized_embedding) > 0 THEN public.binary_quantize(NEW.normalized_embedding) END;
  RETURN NEW;
END
$$;

-- The tenant's embeddings that are nearest to a vector of length one, by cosine distance, in two stages. First by the Hamming distance of the signs, 192 bytes
-- that stand in an index; then those that are nearest by it, five times as many as are wanted and at least 500, by the vectors themselves, 6 KB each and
-- fetched from beside the row. So nothing is missed of a tenant with no more than these, and of others what is found is measured (docs/packs/mcp.md).
-- The first stage reads all of a tenant's signs in an index that begins with the tenant, which takes time as it has rows. HNSW over the signs knows no tenants,
-- and takes time as it meets those of others: one in total_rows / tenant_rows is the tenant's. What it meets costs about forty times what is read in turn, so it is
-- taken from where the one costs more than the other. Filters by agent and task type leave it too few; and where it finds less than was asked for, all are read.
-- Distances are called by function, not by operator, where no index over vectors is to be taken; and that those of the second stage are the tenant's is known, so it
-- is not asked for again, which would bring the planner to intersect two indexes.
CREATE FUNCTION mcp.nearest_embeddings(sought public.vector, wanted integer, of_agent uuid, of_task_type text, of_model uuid)
RETURNS TABLE (embedding_id uuid, distance double precision)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan SET jit = 'off' SET enable_sort = 'on'
SET hnsw.iterative_scan = 'relaxed_order' SET hnsw.ef_search = '200' AS $$
DECLARE
  tenant uuid := mcp.current_tenant_id();
  signs bit(1536) := public.binary_quantize(sought);
  shortlist bigint := CASE WHEN wanted IS NOT NULL THEN greatest(500, 5 * wanted::bigint) END;
  tenant_rows double precision;
  total_rows double precision;
  near uuid[];
BEGIN
  IF sought IS NULL THEN
    RETURN;
  END IF;
  SELECT s.total_documents, c.reltuples INTO tenant_rows, total_rows
  FROM mcp.embedding_statistics s, pg_class c WHERE s.tenant_id = tenant AND c.oid = 'mcp.embeddings'::regclass;
  IF of_agent IS NULL AND of_task_type IS NULL AND tenant_rows * tenant_rows > 40 * shortlist * total_rows THEN
    PERFORM set_config('enable_sort', 'off', true);
    SELECT array_agg(n.id) INTO near FROM (
      SELECT e.id FROM mcp.embeddings e WHERE e.tenant_id = tenant AND (of_model IS NULL OR e.model_id = of_model)
      ORDER BY e.quantized_embedding OPERATOR(public.<~>) signs LIMIT shortlist) n;
    PERFORM set_config('enable_sort', 'on', true);
  END IF;
  IF near IS NULL OR cardinality(near) < shortlist THEN
    SELECT array_agg(n.id) INTO near FROM (
      SELECT e.id FROM mcp.embeddings e
      WHERE e.tenant_id = tenant AND e.quantized_embedding IS NOT NULL AND (of_agent IS NULL OR e.agent_id = of_agent)
        AND (of_task_type IS NULL OR e.task_type = of_task_type) AND (of_model IS NULL OR e.model_id = of_model)
      ORDER BY public.hamming_distance(e.quantized_embedding, signs) LIMIT shortlist) n;
  END IF;
  RETURN QUERY
  SELECT e.id, public.cosine_distance(e.normalized_embedding, sought) AS apart FROM mcp.embeddings e
  WHERE e.id = ANY (near) ORDER BY apart, e.id LIMIT wanted;
END
$$;
ALTER FUNCTION mcp.nearest_embeddings(public.vector,integer,uuid,text,uuid) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.nearest_embeddings(public.vector,integer,uuid,text,uuid) FROM PUBLIC;

-- The tenant's embeddings with any of the words of a text, by BM25 over the tenant's own statistics. A word that stands in most texts says little and costs most,
-- because each text that has it is ranked. Texts that have one of the others, those of at most 2,000 texts, are therefore ranked first, by all words. If there are as
-- many as are wanted, and the last of them has more than all common words together can give, then no text with common words alone is among them, and
-- nothing else is read (the idea is MaxScore's: Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995). Else texts with common words alone are ranked
-- too, by these: the others count nothing for them, and to look up a word in a text is what takes the time. Either way the answer
-- is the same. The formula is written out word by word, 2.2 * idf * f / (f + norm) as 1 - norm / (norm + f), which is zero for a word that is not there; in groups, so
-- that a long question does not nest deeply.
CREATE FUNCTION mcp.embeddings_with_words(query_text text, wanted integer, of_agent uuid, of_task_type text, of_model uuid)
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
ALTER FUNCTION mcp.embeddings_with_words(text,integer,uuid,text,uuid) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.embeddings_with_words(text,integer,uuid,text,uuid) FROM PUBLIC;

-- Searches the tenant's embeddings by words, by a vector, or by both. By words: BM25 over the tenant's own statistics, any of the words. By a vector: the
-- smallest cosine distance. By both: the best candidates of each, whose scores are brought between 0 (the last candidate) and 1 (the first) and added, those by vector
-- with vector_weight and those by words with what is left of 1; without a weight (NULL) merged by reciprocal rank. A vector of another model than the one that is searched is
-- projected first, by the matrix of the two; one that is all zeros points nowhere and is near to nothing. One round trip. What it calls asks for the tenant
-- itself, and has its owner's rights for the sake of speed: behind a policy the index of words would not be used, because its operator
-- might tell something about rows that the policy hides (it is not leakproof). What they call is planned anew each time: a plan for any filter is a worse one.
CREATE FUNCTION mcp.search_embeddings(
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
ALTER FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer,double precision) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer,double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mcp.search_embeddings(text,public.vector,integer,uuid,text,uuid,uuid,integer,double precision) TO mcp_app;

CREATE TRIGGER update_content_tsvector BEFORE INSERT OR UPDATE OF content ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.update_content_tsvector();

CREATE TRIGGER normalize_embedding BEFORE INSERT OR UPDATE OF vector ON mcp.embeddings FOR EACH ROW EXECUTE FUNCTION mcp.normalize_embedding();

CREATE TRIGGER count_inserted_embeddings AFTER INSERT ON mcp.embeddings REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();

CREATE TRIGGER count_updated_embeddings AFTER UPDATE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();

CREATE TRIGGER count_deleted_embeddings AFTER DELETE ON mcp.embeddings REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION mcp.update_embedding_statistics();
