-- 1. CREATE view public.nums
CREATE VIEW public.nums (n) AS
WITH RECURSIVE nums(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (nums_1.n + 1)
           FROM nums nums_1
          WHERE (nums_1.n < 5)
        )
 SELECT n
   FROM nums;

-- 2. CREATE view public.upd
CREATE VIEW public.upd (id, a) WITH (check_option = cascaded) AS
SELECT id,
    a
   FROM public.t
  WHERE (id > 0);
ALTER VIEW public.upd ALTER COLUMN a SET DEFAULT 'x'::text;

-- 3. DROP view public.gone
DROP VIEW public.gone;

-- 4. DROP view public.v3
DROP VIEW public.v3;

-- 5. DROP view public.v2
DROP VIEW public.v2;

-- 6. DROP view public.v1
DROP VIEW public.v1;

-- 7. CREATE view public.v1
CREATE VIEW public.v1 (id, b, a) AS
SELECT id,
    b,
    a
   FROM public.t
  WHERE (b IS NOT NULL);

-- 8. CREATE view public.v2
CREATE VIEW public.v2 (a, b, n) AS
SELECT a,
    b,
    count(*) AS n
   FROM public.v1
  GROUP BY a, b;

-- 9. CREATE view public.v3
CREATE VIEW public.v3 (a, b, n) WITH (security_barrier = true) AS
SELECT a,
    b,
    n
   FROM public.v2;

-- 10. CREATE comment on view public.v3
COMMENT ON VIEW public.v3 IS 'third';

-- 11. CREATE grant to app_reader on view public.v2
GRANT SELECT ON TABLE public.v2 TO app_reader;

-- reverse

-- 1. DROP view public.nums
DROP VIEW public.nums;

-- 2. DROP view public.upd
DROP VIEW public.upd;

-- 3. DROP view public.v3
DROP VIEW public.v3;

-- 4. DROP view public.v2
DROP VIEW public.v2;

-- 5. DROP view public.v1
DROP VIEW public.v1;

-- 6. CREATE view public.v1
CREATE VIEW public.v1 (id, a) AS
SELECT id,
    a
   FROM public.t;

-- 7. CREATE view public.v2
CREATE VIEW public.v2 (a, n) AS
SELECT a,
    count(*) AS n
   FROM public.v1
  GROUP BY a;

-- 8. CREATE view public.v3
CREATE VIEW public.v3 (a, n) AS
SELECT a,
    n
   FROM public.v2;

-- 9. CREATE view public.gone
CREATE VIEW public.gone (a, n) AS
SELECT a,
    n
   FROM public.v3;

-- 10. CREATE comment on view public.v3
COMMENT ON VIEW public.v3 IS 'third';

-- 11. CREATE grant to app_reader on view public.v2
GRANT SELECT ON TABLE public.v2 TO app_reader;
