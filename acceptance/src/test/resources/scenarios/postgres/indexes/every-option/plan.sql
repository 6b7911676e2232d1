-- 1. CREATE index public.t_brin, OUTSIDE
CREATE INDEX CONCURRENTLY t_brin ON public.t USING brin (at) WITH (pages_per_range = 16);

-- 2. ALTER index public.t_changed
ALTER INDEX public.t_changed RENAME TO t_changed_plumbline_old;

-- 3. CREATE index public.t_changed, OUTSIDE
CREATE INDEX CONCURRENTLY t_changed ON public.t USING btree (name DESC NULLS LAST, id) INCLUDE (at);

-- 4. CREATE index public.t_collate, OUTSIDE
CREATE INDEX CONCURRENTLY t_collate ON public.t USING btree (name COLLATE "C");

-- 5. CREATE index public.t_doc, OUTSIDE
CREATE INDEX CONCURRENTLY t_doc ON public.t USING gin (doc jsonb_path_ops);

-- 6. CREATE index public.t_fill, OUTSIDE
CREATE INDEX CONCURRENTLY t_fill ON public.t USING btree (at) WITH (deduplicate_items = off, fillfactor = 50);

-- 7. CREATE index public.t_hash, OUTSIDE
CREATE INDEX CONCURRENTLY t_hash ON public.t USING hash (name);

-- 8. CREATE index public.t_lower, OUTSIDE
CREATE INDEX CONCURRENTLY t_lower ON public.t USING btree (lower(name) text_pattern_ops);

-- 9. CREATE index public.t_tags, OUTSIDE
CREATE INDEX CONCURRENTLY t_tags ON public.t USING gin (tags) WITH (fastupdate = off);

-- 10. CREATE index public.t_trgm, OUTSIDE
CREATE INDEX CONCURRENTLY t_trgm ON public.t USING gist (name public.gist_trgm_ops (siglen='32'));

-- 11. ALTER index public.t_unique
ALTER INDEX public.t_unique RENAME TO t_unique_plumbline_old;

-- 12. CREATE index public.t_unique, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t USING btree (id) WHERE (id > 10);

-- 13. ALTER index public.t_lower
ALTER INDEX public.t_lower ALTER COLUMN 1 SET STATISTICS 500;

-- 14. CREATE comment on index public.t_hash
COMMENT ON INDEX public.t_hash IS 'looks names up';

-- 15. DROP index public.t_changed_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_changed_plumbline_old;

-- 16. DROP index public.t_gone, OUTSIDE
DROP INDEX CONCURRENTLY public.t_gone;

-- 17. DROP index public.t_unique_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_unique_plumbline_old;

-- reverse

-- 1. ALTER index public.t_changed
ALTER INDEX public.t_changed RENAME TO t_changed_plumbline_old;

-- 2. CREATE index public.t_changed, OUTSIDE
CREATE INDEX CONCURRENTLY t_changed ON public.t USING btree (name);

-- 3. CREATE index public.t_gone, OUTSIDE
CREATE INDEX CONCURRENTLY t_gone ON public.t USING btree (gone);

-- 4. ALTER index public.t_unique
ALTER INDEX public.t_unique RENAME TO t_unique_plumbline_old;

-- 5. CREATE index public.t_unique, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY t_unique ON public.t USING btree (id);

-- 6. DROP index public.t_brin, OUTSIDE
DROP INDEX CONCURRENTLY public.t_brin;

-- 7. DROP index public.t_changed_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_changed_plumbline_old;

-- 8. DROP index public.t_collate, OUTSIDE
DROP INDEX CONCURRENTLY public.t_collate;

-- 9. DROP index public.t_doc, OUTSIDE
DROP INDEX CONCURRENTLY public.t_doc;

-- 10. DROP index public.t_fill, OUTSIDE
DROP INDEX CONCURRENTLY public.t_fill;

-- 11. DROP index public.t_hash, OUTSIDE
DROP INDEX CONCURRENTLY public.t_hash;

-- 12. DROP index public.t_lower, OUTSIDE
DROP INDEX CONCURRENTLY public.t_lower;

-- 13. DROP index public.t_tags, OUTSIDE
DROP INDEX CONCURRENTLY public.t_tags;

-- 14. DROP index public.t_trgm, OUTSIDE
DROP INDEX CONCURRENTLY public.t_trgm;

-- 15. DROP index public.t_unique_plumbline_old, OUTSIDE
DROP INDEX CONCURRENTLY public.t_unique_plumbline_old;
