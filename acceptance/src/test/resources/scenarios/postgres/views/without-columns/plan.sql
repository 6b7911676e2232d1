-- 1. ALTER view public.changed
CREATE OR REPLACE VIEW public.changed AS
SELECT
   FROM public.t
  WHERE (id > 0);

-- 2. CREATE view public.made
CREATE VIEW public.made AS
SELECT
   FROM public.t
  GROUP BY id;

-- 3. CREATE materialized view public.kept
CREATE MATERIALIZED VIEW public.kept AS
SELECT
   FROM public.t
WITH DATA;

-- 4. DROP view public.gone
DROP VIEW public.gone;

-- reverse

-- 1. ALTER view public.changed
CREATE OR REPLACE VIEW public.changed AS
SELECT
   FROM public.t;

-- 2. CREATE view public.gone
CREATE VIEW public.gone AS
SELECT
   FROM public.t;

-- 3. DROP materialized view public.kept
DROP MATERIALIZED VIEW public.kept;

-- 4. DROP view public.made
DROP VIEW public.made;
