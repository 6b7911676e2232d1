-- 1. CREATE column public.t.i
ALTER TABLE public.t ADD COLUMN i integer;

-- 2. CREATE materialized view public.v, BLOCKING_SCAN
CREATE MATERIALIZED VIEW public.v (x, i) AS
SELECT n AS x,
    i
   FROM public.t
  WHERE (n IS NOT NULL)
WITH DATA;

-- 3. CREATE materialized view public.w
CREATE MATERIALIZED VIEW public.w (x) AS
SELECT x
   FROM public.v
WITH DATA;

-- 4. CREATE index public.v_x, DATA_DEPENDENT
CREATE UNIQUE INDEX v_x ON public.v USING btree (x);

-- 5. CREATE index public.w_x, DATA_DEPENDENT
CREATE UNIQUE INDEX w_x ON public.w USING btree (x);

-- reverse

-- 1. DROP materialized view public.w
DROP MATERIALIZED VIEW public.w;

-- 2. DROP materialized view public.v
DROP MATERIALIZED VIEW public.v;

-- 3. DROP column public.t.i, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.i
ALTER TABLE public.t DROP COLUMN i;
