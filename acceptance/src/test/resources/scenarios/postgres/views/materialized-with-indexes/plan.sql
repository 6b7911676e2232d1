-- 1. ALTER materialized view public.empty, REWRITE
REFRESH MATERIALIZED VIEW public.empty WITH DATA;

-- 2. DROP view public.on_m2
DROP VIEW public.on_m2;

-- 3. DROP materialized view public.m2
DROP MATERIALIZED VIEW public.m2;

-- 4. DROP materialized view public.m
DROP MATERIALIZED VIEW public.m;

-- 5. CREATE materialized view public.m
CREATE MATERIALIZED VIEW public.m (id, a, big) AS
SELECT id,
    a,
    upper(a) AS big
   FROM public.t
WITH DATA;

-- 6. CREATE materialized view public.m2
CREATE MATERIALIZED VIEW public.m2 (a, n) AS
SELECT a,
    count(*) AS n
   FROM public.m
  GROUP BY a
WITH DATA;

-- 7. CREATE view public.on_m2
CREATE VIEW public.on_m2 (n) AS
SELECT n
   FROM public.m2;

-- 8. CREATE index public.m2_a
CREATE INDEX m2_a ON public.m2 USING btree (a);

-- 9. CREATE index public.m_big
CREATE INDEX m_big ON public.m USING btree (big);

-- 10. CREATE index public.m_id, DATA_DEPENDENT
CREATE UNIQUE INDEX m_id ON public.m USING btree (id);

-- 11. CREATE grant to app_reader on materialized view public.m
GRANT SELECT ON TABLE public.m TO app_reader;

-- reverse

-- 1. ALTER materialized view public.empty
REFRESH MATERIALIZED VIEW public.empty WITH NO DATA;

-- 2. DROP view public.on_m2
DROP VIEW public.on_m2;

-- 3. DROP materialized view public.m2
DROP MATERIALIZED VIEW public.m2;

-- 4. DROP materialized view public.m
DROP MATERIALIZED VIEW public.m;

-- 5. CREATE materialized view public.m
CREATE MATERIALIZED VIEW public.m (id, a) AS
SELECT id,
    a
   FROM public.t
WITH DATA;

-- 6. CREATE materialized view public.m2
CREATE MATERIALIZED VIEW public.m2 (a, n) AS
SELECT a,
    count(*) AS n
   FROM public.m
  GROUP BY a
WITH DATA;

-- 7. CREATE view public.on_m2
CREATE VIEW public.on_m2 (n) AS
SELECT n
   FROM public.m2;

-- 8. CREATE index public.m2_a
CREATE INDEX m2_a ON public.m2 USING btree (a);

-- 9. CREATE index public.m_id, DATA_DEPENDENT
CREATE UNIQUE INDEX m_id ON public.m USING btree (id);

-- 10. CREATE grant to app_reader on materialized view public.m
GRANT SELECT ON TABLE public.m TO app_reader;
