-- 1. ALTER view public.v
ALTER VIEW public.v SET (check_option = cascaded, security_barrier = true);
ALTER VIEW public.v ALTER COLUMN a SET DEFAULT 'v'::text;

-- 2. ALTER view public.w
CREATE OR REPLACE VIEW public.w (id, a, n, next) WITH (check_option = cascaded) AS
SELECT id,
    a,
    n,
    (id + 1) AS next
   FROM public.t
  WHERE (n > 1);
ALTER VIEW public.w ALTER COLUMN a SET DEFAULT 'ww'::text;
ALTER VIEW public.w ALTER COLUMN n SET DEFAULT 3;

-- 3. ALTER view public.x
CREATE OR REPLACE VIEW public.x (id, a, n, next) AS
SELECT id,
    a,
    n,
    next
   FROM public.w;

-- 4. ALTER materialized view public.mv, REWRITE
REFRESH MATERIALIZED VIEW public.mv WITH DATA;

-- 5. ALTER materialized view public.mw
ALTER MATERIALIZED VIEW public.mw SET (autovacuum_enabled = off, fillfactor = 70);

-- 6. ALTER rule public.t.t_off
ALTER TABLE public.t ENABLE ALWAYS RULE t_off;

-- 7. DROP trigger public.x.x_in
DROP TRIGGER x_in ON public.x;

-- 8. CREATE trigger public.x.x_in
CREATE TRIGGER x_in INSTEAD OF INSERT OR UPDATE ON public.x FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 9. DROP rule public.t.t_log
DROP RULE t_log ON public.t;

-- 10. CREATE rule public.t.t_log
CREATE RULE t_log AS
    ON UPDATE TO public.t
   WHERE (old.n <> new.n) DO  INSERT INTO public.t (id, a, n)
  VALUES ((new.id + 100), NULL::text, new.n);
ALTER TABLE public.t ENABLE REPLICA RULE t_log;

-- reverse

-- 1. ALTER view public.v
ALTER VIEW public.v RESET (check_option, security_barrier);
ALTER VIEW public.v ALTER COLUMN a DROP DEFAULT;

-- 2. ALTER materialized view public.mv
REFRESH MATERIALIZED VIEW public.mv WITH NO DATA;

-- 3. ALTER materialized view public.mw
ALTER MATERIALIZED VIEW public.mw RESET (autovacuum_enabled);
ALTER MATERIALIZED VIEW public.mw SET (fillfactor = 50);

-- 4. ALTER rule public.t.t_off
ALTER TABLE public.t DISABLE RULE t_off;

-- 5. DROP rule public.t.t_log
DROP RULE t_log ON public.t;

-- 6. CREATE rule public.t.t_log
CREATE RULE t_log AS
    ON UPDATE TO public.t DO
 NOTIFY t_changed;

-- 7. DROP view public.x
DROP VIEW public.x;

-- 8. DROP view public.w
DROP VIEW public.w;

-- 9. CREATE view public.w
CREATE VIEW public.w (id, a, n) WITH (check_option = local, security_barrier = true) AS
SELECT id,
    a,
    n
   FROM public.t
  WHERE (n > 0);
ALTER VIEW public.w ALTER COLUMN a SET DEFAULT 'w'::text;

-- 10. CREATE view public.x
CREATE VIEW public.x (id, a, n) AS
SELECT id,
    a,
    n
   FROM public.w;

-- 11. CREATE trigger public.x.x_in
CREATE TRIGGER x_in INSTEAD OF INSERT ON public.x FOR EACH ROW EXECUTE FUNCTION public.tg();
