-- SPDX-License-Identifier: Apache-2.0
-- Embeddings and their statistics.

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin WITH SCHEMA public;

-- The models that make embeddings; the same for all tenants.
CREATE TABLE mcp.embedding_models (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider varchar(50) NOT NULL,
  model_name varchar(100) NOT NULL,
  dimensions integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  CONSTRAINT embedding_models_pkey PRIMARY KEY (id),
  CONSTRAINT embedding_models_provider_model_name_key UNIQUE (provider, model_name),
  CONSTRAINT embedding_models_dimensions_check CHECK (dimensions BETWEEN 1 AND 16000)
);
CREATE INDEX idx_embedding_models_active ON mcp.embedding_models (provider) WHERE is_active;
GRANT SELECT ON mcp.embedding_models TO mcp_app;

-- A text with its vector and its words.
CREATE TABLE mcp.embeddings (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  context_id uuid,
  model_id uuid NOT NULL,
  content_hash varchar(64) NOT NULL,
  content text NOT NULL,
  vector public.vector(1536),
  metadata jsonb NOT NULL DEFAULT '{}',
  normalized_embedding public.vector(1536),
  agent_id uuid,
  task_type varchar(50),
  cost_usd numeric(10,6),
  generation_time_ms integer,
  content_tsvector tsvector,
  term_frequencies jsonb,
  document_length integer,
  idf_scores jsonb,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- The sign of each number of the vector; none where there is no vector or it is all zeros, which points nowhere.
  quantized_embedding bit(1536),
  CONSTRAINT embeddings_pkey PRIMARY KEY (id),
  CONSTRAINT embeddings_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE RESTRICT,
  CONSTRAINT embeddings_tenant_id_context_id_fkey FOREIGN KEY (tenant_id, context_id) REFERENCES mcp.contexts (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT embeddings_tenant_id_agent_id_fkey FOREIGN KEY (tenant_id, agent_id) REFERENCES mcp.agents (tenant_id, id) ON DELETE SET NULL (agent_id),
  CONSTRAINT embeddings_tenant_id_content_hash_model_id_key UNIQUE (tenant_id, content_hash, model_id),
  CONSTRAINT embeddings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_embeddings_context ON mcp.embeddings (context_id);
CREATE INDEX idx_embeddings_model ON mcp.embeddings (model_id);
CREATE INDEX idx_embeddings_created ON mcp.embeddings (tenant_id, created_at DESC);
CREATE INDEX idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops);
CREATE INDEX idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops) WITH (lists = 100);
-- By tenant too: whoever looks for a word that every tenant uses would get all tenants' texts with it first, and its own among them.
CREATE INDEX idx_embeddings_tsvector ON mcp.embeddings USING gin (tenant_id, content_tsvector);
CREATE INDEX idx_embeddings_task_type ON mcp.embeddings (tenant_id, task_type) WHERE task_type IS NOT NULL;
CREATE INDEX idx_embeddings_metadata ON mcp.embeddings USING gin (metadata jsonb_path_ops);
CREATE INDEX idx_embeddings_agent_id ON mcp.embeddings (agent_id);
-- All that the search by vector asks of a tenant's rows, or an agent's, before it looks at few of them closely: the table itself is not read.
CREATE INDEX idx_embeddings_tenant_quantized ON mcp.embeddings (tenant_id, agent_id)
  INCLUDE (id, model_id, quantized_embedding, task_type) WHERE quantized_embedding IS NOT NULL;
CREATE INDEX idx_embeddings_quantized_hnsw ON mcp.embeddings USING hnsw (quantized_embedding public.bit_hamming_ops);
-- An index answers alone only for pages that VACUUM has been to: it comes after a fiftieth of the table is new, not after a fifth. And the normalized vector stays in
-- the row while it fits, and so do the words of a text, as they are: compressed, they would be taken apart for each word that is asked for.
ALTER TABLE mcp.embeddings ALTER COLUMN term_frequencies SET STORAGE EXTERNAL;
ALTER TABLE mcp.embeddings SET (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, toast_tuple_target = 8160);
ALTER TABLE mcp.embeddings ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embeddings FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embeddings USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.embeddings FOR SELECT TO mcp_security USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embeddings TO mcp_app;
GRANT SELECT ON mcp.embeddings TO mcp_security;

-- Vectors that were made before, by what they were made of.
CREATE TABLE mcp.embedding_cache (
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  content_hash varchar(64) NOT NULL,
  embedding public.vector(1536) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  CONSTRAINT embedding_cache_pkey PRIMARY KEY (tenant_id, content_hash, model_id),
  CONSTRAINT embedding_cache_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT embedding_cache_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
CREATE INDEX idx_embedding_cache_model_id ON mcp.embedding_cache (model_id);
ALTER TABLE mcp.embedding_cache ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_cache FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_cache USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_cache TO mcp_app;

-- How many documents a tenant has and how long they are; kept by trigger.
CREATE TABLE mcp.embedding_statistics (
  tenant_id uuid NOT NULL,
  total_documents bigint NOT NULL DEFAULT 0,
  total_length bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embedding_statistics_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT embedding_statistics_counts_check CHECK (total_documents >= 0 AND total_length >= 0),
  CONSTRAINT embedding_statistics_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.tenants (id) ON DELETE CASCADE
);
ALTER TABLE mcp.embedding_statistics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_statistics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_statistics USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.embedding_statistics TO mcp_security USING (true);
GRANT SELECT ON mcp.embedding_statistics TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_statistics TO mcp_security;

-- In how many of a tenant's documents a word stands.
CREATE TABLE mcp.embedding_term_counts (
  tenant_id uuid NOT NULL,
  term text NOT NULL,
  document_count bigint NOT NULL,
  CONSTRAINT embedding_term_counts_pkey PRIMARY KEY (tenant_id, term),
  CONSTRAINT embedding_term_counts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.embedding_statistics (tenant_id) ON DELETE CASCADE,
  CONSTRAINT embedding_term_counts_count_check CHECK (document_count >= 0)
);
ALTER TABLE mcp.embedding_term_counts ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_term_counts FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_term_counts USING (tenant_id = (SELECT mcp.current_tenant_id()));
CREATE POLICY security_functions ON mcp.embedding_term_counts TO mcp_security USING (true);
GRANT SELECT ON mcp.embedding_term_counts TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_term_counts TO mcp_security;

-- How vectors of one model become those of another, for search across models.
CREATE TABLE mcp.projection_matrices (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  source_model_id uuid NOT NULL,
  target_model_id uuid NOT NULL,
  matrix public.vector[] NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT projection_matrices_pkey PRIMARY KEY (id),
  CONSTRAINT projection_matrices_source_model_id_fkey FOREIGN KEY (source_model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT projection_matrices_target_model_id_fkey FOREIGN KEY (target_model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE,
  CONSTRAINT projection_matrices_models_key UNIQUE (source_model_id, target_model_id),
  CONSTRAINT projection_matrices_matrix_check CHECK (array_ndims(matrix) = 1)
);
CREATE INDEX idx_projection_matrices_target_model_id ON mcp.projection_matrices (target_model_id);
GRANT SELECT ON mcp.projection_matrices TO mcp_app;
GRANT SELECT ON mcp.projection_matrices TO mcp_security;

-- What making embeddings has cost.
CREATE TABLE mcp.embedding_metrics (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  tokens_used integer NOT NULL,
  cost_usd numeric(10,6) NOT NULL,
  measured_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embedding_metrics_pkey PRIMARY KEY (id, measured_at)
) PARTITION BY RANGE (measured_at);
CREATE TABLE mcp.embedding_metrics_default PARTITION OF mcp.embedding_metrics DEFAULT;
CREATE INDEX idx_embedding_metrics_model ON mcp.embedding_metrics (model_id, measured_at DESC);
ALTER TABLE mcp.embedding_metrics ENABLE ROW LEVEL SECURITY;
ALTER TABLE mcp.embedding_metrics FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant_isolation ON mcp.embedding_metrics USING (tenant_id = (SELECT mcp.current_tenant_id()));
GRANT SELECT, INSERT ON mcp.embedding_metrics TO mcp_app;
