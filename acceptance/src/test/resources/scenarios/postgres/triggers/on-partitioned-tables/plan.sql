-- 1. CREATE table public.e2
CREATE TABLE public.e2 PARTITION OF public.e FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

-- 2. CREATE trigger public.e.come
CREATE TRIGGER come BEFORE INSERT OR UPDATE ON public.e FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 3. CREATE trigger public.e1.own
CREATE TRIGGER own AFTER INSERT ON public.e1 FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 4. DROP trigger public.e.gone
DROP TRIGGER gone ON public.e;

-- reverse

-- 1. ALTER table public.e2, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.e2 CONCURRENTLY;

-- 2. CREATE trigger public.e.gone
CREATE TRIGGER gone AFTER INSERT ON public.e FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 3. DROP trigger public.e.come
DROP TRIGGER come ON public.e;

-- 4. DROP trigger public.e1.own
DROP TRIGGER own ON public.e1;

-- 5. DROP table public.e2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.e2
DROP TABLE public.e2;
