-- 1. CREATE table public.p1
CREATE TABLE public.p1 PARTITION OF public.p FOR VALUES IN (1);

-- 2. CREATE table public.p2
CREATE TABLE public.p2 PARTITION OF public.p (
    CONSTRAINT own NOT NULL a,
    CONSTRAINT p2_b_not_null NOT NULL b
) FOR VALUES IN (2);
ALTER TABLE public.p2 ALTER COLUMN b SET STORAGE PLAIN;
ALTER TABLE public.p2 ALTER COLUMN b SET STATISTICS 20;
ALTER TABLE public.p2 ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.p2 ALTER COLUMN c SET STATISTICS 50;

-- reverse

-- 1. ALTER table public.p1, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p1 CONCURRENTLY;

-- 2. ALTER table public.p2, OUTSIDE
ALTER TABLE public.p DETACH PARTITION public.p2 CONCURRENTLY;

-- 3. DROP table public.p1, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p1
DROP TABLE public.p1;

-- 4. DROP table public.p2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.p2
DROP TABLE public.p2;
