-- 1. CREATE index public.t_brin, OUTSIDE
CREATE INDEX CONCURRENTLY t_brin ON public.t USING brin (at) WITH (pages_per_range = 16);

-- 2. CREATE index public.t_collate, OUTSIDE
CREATE INDEX CONCURRENTLY t_collate ON public.t USING btree (name COLLATE "C");

-- 3. CREATE index public.t_doc, OUTSIDE
CREATE INDEX CONCURRENTLY t_doc ON public.t USING gin (doc jsonb_path_ops);

-- 4. CREATE index public.t_fill, OUTSIDE
CREATE INDEX CONCURRENTLY t_fill ON public.t USING btree (at) WITH (deduplicate_items = off, fillfactor = 50);

-- 5. CREATE index public.t_hash, OUTSIDE
CREATE INDEX CONCURRENTLY t_hash ON public.t USING hash (name);

-- 6. CREATE index public.t_lower, BLOCKING_SCAN
CREATE INDEX t_lower ON public.t USING btree (lower(name) text_pattern_ops);
ALTER INDEX public.t_lower ALTER COLUMN 1 SET STATISTICS 500;

-- 7. CREATE index public.t_tags, OUTSIDE
CREATE INDEX CONCURRENTLY t_tags ON public.t USING gin (tags) WITH (fastupdate = off);

-- 8. CREATE index public.t_trgm, OUTSIDE
CREATE INDEX CONCURRENTLY t_trgm ON public.t USING gist (name public.gist_trgm_ops (siglen='32'));

-- 9. CREATE comment on index public.t_hash
COMMENT ON INDEX public.t_hash IS 'looks names up';

-- 10. DROP index public.t_changed, OUTSIDE
DROP INDEX CONCURRENTLY public.t_changed;

-- 11. CREATE index public.t_changed, OUTSIDE
CREATE INDEX CONCURRENTLY t_changed ON public.t USING btree (name DESC NULLS LAST, id) INCLUDE (at);

-- 12. DROP index public.t_gone, OUTSIDE
DROP INDEX CONCURRENTLY public.t_gone;

-- 13. DROP index public.t_unique, OUTSIDE
DROP INDEX CONCURRENTLY public.t_unique;

-- 14. CREATE index public.t_unique, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t USING btree (id) WHERE (id > 10);

-- reverse

-- 1. CREATE index public.t_gone, OUTSIDE
CREATE INDEX CONCURRENTLY t_gone ON public.t USING btree (gone);

-- 2. DROP index public.t_brin, OUTSIDE
DROP INDEX CONCURRENTLY public.t_brin;

-- 3. DROP index public.t_changed, OUTSIDE
DROP INDEX CONCURRENTLY public.t_changed;

-- 4. CREATE index public.t_changed, OUTSIDE
CREATE INDEX CONCURRENTLY t_changed ON public.t USING btree (name);

-- 5. DROP index public.t_collate, OUTSIDE
DROP INDEX CONCURRENTLY public.t_collate;

-- 6. DROP index public.t_doc, OUTSIDE
DROP INDEX CONCURRENTLY public.t_doc;

-- 7. DROP index public.t_fill, OUTSIDE
DROP INDEX CONCURRENTLY public.t_fill;

-- 8. DROP index public.t_hash, OUTSIDE
DROP INDEX CONCURRENTLY public.t_hash;

-- 9. DROP index public.t_lower, OUTSIDE
DROP INDEX CONCURRENTLY public.t_lower;

-- 10. DROP index public.t_tags, OUTSIDE
DROP INDEX CONCURRENTLY public.t_tags;

-- 11. DROP index public.t_trgm, OUTSIDE
DROP INDEX CONCURRENTLY public.t_trgm;

-- 12. DROP index public.t_unique, OUTSIDE
DROP INDEX CONCURRENTLY public.t_unique;

-- 13. CREATE index public.t_unique, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t USING btree (id);
