-- SPDX-License-Identifier: Apache-2.0
-- plumbline: no transaction
-- plumbline: lock_timeout 500ms
-- A search by vector reads a tenant's signs, not its vectors, and looks at few of these. The column is a plain one that a trigger keeps: a generated one would
-- rewrite the table under a lock for which everybody waits.

-- Together: what is written from here on has its signs, so that only rows from before are left to fill.
BEGIN;
ALTER TABLE mcp.embeddings ADD COLUMN quantized_embedding bit(1536);
-- A vector of length one for every vector that comes in, so that search compares like with like, and the signs of its numbers.
CREATE OR REPLACE FUNCTION mcp.normalize_embedding() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.normalized_embedding := public.l2_normalize(NEW.vector);
  NEW.quantized_embedding := CASE WHEN public.vector_norm(NEW.normalized_embedding) > 0 THEN public.binary_quantize(NEW.normalized_embedding) END;
  RETURN NEW;
END
$$;
COMMIT;

-- New rows keep their words as they are while they fit; those from before do when they are next changed.
ALTER TABLE mcp.embeddings SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, toast_tuple_target = 8160);

-- As many at a time as take about a tenth of a second, with a pause behind them, as 000007 does: each row goes into every index anew, and who writes waits for the
-- tenant's counts. These first, in order, for the trigger that counts takes them too, and then no row that a writer has: he may wait for the counts, and nobody would
-- get on. Such rows come in a later round. Vectors that are all zeros have no signs.
DO $$
DECLARE
  last uuid := '00000000-0000-0000-0000-000000000000';
  ids uuid[];
  skipped boolean := false;
  at_once integer := 10;
  began timestamptz;
  took double precision;
BEGIN
  -- Rows that the policies hide would stay without signs, and be found no more.
  IF row_security_active('mcp.embeddings') THEN
    RAISE EXCEPTION 'the policies of mcp.embeddings hide rows from %', current_user
      USING ERRCODE = 'insufficient_privilege', HINT = 'Run this as a superuser, or as a role with BYPASSRLS.';
  END IF;
  LOOP
    SELECT array_agg(b.id ORDER BY b.id) INTO ids FROM (SELECT id FROM mcp.embeddings WHERE id > last ORDER BY id LIMIT at_once) b;
    IF ids IS NULL THEN
      EXIT WHEN NOT skipped;
      PERFORM pg_sleep(0.1);
      last := '00000000-0000-0000-0000-000000000000';
      skipped := false;
      CONTINUE;
    END IF;
    began := clock_timestamp();
    PERFORM FROM mcp.embedding_statistics s WHERE s.tenant_id IN (SELECT e.tenant_id FROM mcp.embeddings e WHERE e.id = ANY (ids))
    ORDER BY s.tenant_id FOR NO KEY UPDATE;
    UPDATE mcp.embeddings e SET quantized_embedding = public.binary_quantize(e.normalized_embedding) FROM (
      SELECT f.id FROM mcp.embeddings f WHERE f.id = ANY (ids) AND f.quantized_embedding IS NULL AND public.vector_norm(f.normalized_embedding) > 0
      FOR NO KEY UPDATE SKIP LOCKED) f WHERE e.id = f.id;
    skipped := skipped OR EXISTS (
      SELECT FROM mcp.embeddings e WHERE e.id = ANY (ids) AND e.quantized_embedding IS NULL AND public.vector_norm(e.normalized_embedding) > 0);
    COMMIT;
    took := extract(epoch FROM clock_timestamp() - began);
    PERFORM pg_sleep(least(took / 4, 1));
    at_once := greatest(1, least(2 * at_once, at_once * 0.1 / took, 1000));
    last := ids[cardinality(ids)];
  END LOOP;
END
$$;

-- HNSW is the faster built the more memory it has.
SET maintenance_work_mem = '256MB';
CREATE INDEX CONCURRENTLY idx_embeddings_tenant_quantized ON mcp.embeddings (tenant_id)
  INCLUDE (id, model_id, quantized_embedding, agent_id, task_type) WHERE quantized_embedding IS NOT NULL;
CREATE INDEX CONCURRENTLY idx_embeddings_quantized_hnsw ON mcp.embeddings USING hnsw (quantized_embedding public.bit_hamming_ops);

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
-- nothing else is read (the idea is MaxScore's: Turtle and Flood, Query Evaluation: Strategies and Optimizations, 1995). Else all are ranked. Either way the answer
-- is the same. The formula is written out word by word, 2.2 * idf * f / (f + norm) as 1 - norm / (norm + f), which is zero for a word that is not there; in groups, so
-- that a long question does not nest deeply.
CREATE FUNCTION mcp.embeddings_with_words(query_text text, wanted integer, of_agent uuid, of_task_type text, of_model uuid)
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
ALTER FUNCTION mcp.embeddings_with_words(text,integer,uuid,text,uuid) OWNER TO mcp_security;
REVOKE EXECUTE ON FUNCTION mcp.embeddings_with_words(text,integer,uuid,text,uuid) FROM PUBLIC;

-- Searches the tenant's embeddings by words, by a vector, or by both. By words: BM25 over the tenant's own statistics, any of the words. By a vector: the
-- smallest cosine distance. By both: the best candidates of each, merged by reciprocal rank. A vector of another model than the one that is searched is
-- projected first, by the matrix of the two; one that is all zeros points nowhere and is near to nothing. One round trip. What it calls asks for the tenant
-- itself, and has its owner's rights for the sake of speed: behind a policy the index of words would not be used, because its operator
-- might tell something about rows that the policy hides (it is not leakproof). What they call is planned anew each time: a plan for any filter is a worse one.
CREATE OR REPLACE FUNCTION mcp.search_embeddings(
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
