-- SPDX-License-Identifier: Apache-2.0
-- Embeddings and their statistics.

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;

-- The models that make embeddings; the same for all tenants.
CREATE TABLE mcp.embedding_models (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  provider varchar(50) NOT NULL,
  model_name varchar(100) NOT NULL,
  dimensions integer NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  CONSTRAINT embedding_models_pkey PRIMARY KEY (id),
  CONSTRAINT embedding_models_provider_model_name_key UNIQUE (provider, model_name)
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
  CONSTRAINT embeddings_pkey PRIMARY KEY (id),
  CONSTRAINT embeddings_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE RESTRICT,
  CONSTRAINT embeddings_context_id_fkey FOREIGN KEY (context_id) REFERENCES mcp.contexts (id) ON DELETE CASCADE,
  CONSTRAINT embeddings_tenant_id_content_hash_model_id_key UNIQUE (tenant_id, content_hash, model_id)
);
CREATE INDEX idx_embeddings_context ON mcp.embeddings (context_id);
CREATE INDEX idx_embeddings_model ON mcp.embeddings (model_id);
CREATE INDEX idx_embeddings_created ON mcp.embeddings (tenant_id, created_at DESC);
CREATE INDEX idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops);
CREATE INDEX idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops) WITH (lists = 100);
CREATE INDEX idx_embeddings_tsvector ON mcp.embeddings USING gin (content_tsvector);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embeddings TO mcp_app;

-- Vectors that were made before, by what they were made of.
CREATE TABLE mcp.embedding_cache (
  tenant_id uuid NOT NULL,
  model_id uuid NOT NULL,
  content_hash varchar(64) NOT NULL,
  embedding public.vector(1536) NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz,
  CONSTRAINT embedding_cache_pkey PRIMARY KEY (tenant_id, content_hash, model_id),
  CONSTRAINT embedding_cache_model_id_fkey FOREIGN KEY (model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE
);
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_cache TO mcp_app;

-- How many documents a tenant has and how long they are; kept by trigger.
CREATE TABLE mcp.embedding_statistics (
  tenant_id uuid NOT NULL,
  total_documents bigint NOT NULL DEFAULT 0,
  total_length bigint NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT embedding_statistics_pkey PRIMARY KEY (tenant_id)
);
GRANT SELECT ON mcp.embedding_statistics TO mcp_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON mcp.embedding_statistics TO mcp_security;

-- In how many of a tenant's documents a word stands.
CREATE TABLE mcp.embedding_term_counts (
  tenant_id uuid NOT NULL,
  term text NOT NULL,
  document_count bigint NOT NULL,
  CONSTRAINT embedding_term_counts_pkey PRIMARY KEY (tenant_id, term),
  CONSTRAINT embedding_term_counts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES mcp.embedding_statistics (tenant_id) ON DELETE CASCADE
);
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
  CONSTRAINT projection_matrices_target_model_id_fkey FOREIGN KEY (target_model_id) REFERENCES mcp.embedding_models (id) ON DELETE CASCADE
);
GRANT SELECT ON mcp.projection_matrices TO mcp_app;

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
GRANT SELECT, INSERT ON mcp.embedding_metrics TO mcp_app;
