-- 1. CREATE table public.added
CREATE TABLE public.added (
    id integer NOT NULL,
    CONSTRAINT added_pkey PRIMARY KEY (id)
) TABLESPACE app_space;

-- 2. ALTER table public.moves, REWRITE
ALTER TABLE public.moves SET TABLESPACE app_space;

-- 3. ALTER table public.returns, REWRITE
ALTER TABLE public.returns SET TABLESPACE pg_default;

-- 4. ALTER table public.split
ALTER TABLE public.split SET TABLESPACE app_space;

-- 5. CREATE table public.split_high
CREATE TABLE public.split_high PARTITION OF public.split FOR VALUES FROM (10) TO (20) TABLESPACE app_space;

-- 6. ALTER table public.split_low, REWRITE
ALTER TABLE public.split_low SET TABLESPACE "Other space";

-- 7. CREATE table public.temporary
CREATE UNLOGGED TABLE public.temporary (
    id integer
) TABLESPACE "Other space";

-- 8. ALTER materialized view public.sums, REWRITE
ALTER MATERIALIZED VIEW public.sums SET TABLESPACE app_space;

-- 9. ALTER index public.moves_name
ALTER INDEX public.moves_name SET TABLESPACE "Other space";

-- 10. ALTER index public.returns_id
ALTER INDEX public.returns_id SET TABLESPACE pg_default;

-- 11. ALTER constraint public.moves.moves_pkey
ALTER INDEX public.moves_pkey SET TABLESPACE "Other space";

-- 12. ALTER constraint public.returns.returns_id_key
ALTER INDEX public.returns_id_key SET TABLESPACE pg_default;

-- reverse

-- 1. ALTER table public.moves
ALTER TABLE public.moves SET TABLESPACE pg_default;

-- 2. ALTER table public.returns
ALTER TABLE public.returns SET TABLESPACE app_space;

-- 3. ALTER table public.split
ALTER TABLE public.split SET TABLESPACE pg_default;

-- 4. ALTER table public.split_high, OUTSIDE
ALTER TABLE public.split DETACH PARTITION public.split_high CONCURRENTLY;

-- 5. ALTER table public.split_low
ALTER TABLE public.split_low SET TABLESPACE pg_default;

-- 6. ALTER materialized view public.sums
ALTER MATERIALIZED VIEW public.sums SET TABLESPACE pg_default;

-- 7. ALTER index public.moves_name
ALTER INDEX public.moves_name SET TABLESPACE pg_default;

-- 8. ALTER index public.returns_id
ALTER INDEX public.returns_id SET TABLESPACE app_space;

-- 9. ALTER constraint public.moves.moves_pkey
ALTER INDEX public.moves_pkey SET TABLESPACE pg_default;

-- 10. ALTER constraint public.returns.returns_id_key
ALTER INDEX public.returns_id_key SET TABLESPACE app_space;

-- 11. DROP table public.added, DATA_LOSS IRREVERSIBLE; loses the rows of table public.added
DROP TABLE public.added;

-- 12. DROP table public.split_high, DATA_LOSS IRREVERSIBLE; loses the rows of table public.split_high
DROP TABLE public.split_high;

-- 13. DROP table public.temporary, DATA_LOSS IRREVERSIBLE; loses the rows of table public.temporary
DROP TABLE public.temporary;
