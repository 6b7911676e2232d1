-- 1. CREATE column public.e.o
ALTER TABLE public.e ADD COLUMN o integer DEFAULT 4;
ALTER TABLE ONLY public.a_24 ALTER COLUMN o DROP DEFAULT;

-- 2. CREATE column public.zoo.size
ALTER TABLE public.zoo ADD COLUMN size text DEFAULT 's'::text;
ALTER TABLE ONLY public.ape ALTER COLUMN size DROP DEFAULT;

-- 3. ALTER column default public.a_24.n
ALTER TABLE public.a_24 ALTER COLUMN n SET DEFAULT 7;

-- 4. ALTER column default public.e.n
ALTER TABLE ONLY public.e ALTER COLUMN n SET DEFAULT 3;

-- 5. CREATE table public.a_25
CREATE TABLE public.a_25 PARTITION OF public.e FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE public.a_25 ALTER COLUMN m DROP DEFAULT;

-- 6. CREATE column default public.zebra.id
ALTER TABLE public.zebra ALTER COLUMN id SET DEFAULT 9;

-- 7. ALTER column default public.zebra.kind
ALTER TABLE public.zebra ALTER COLUMN kind SET DEFAULT 'beast'::text;

-- 8. ALTER column default public.zebra.n
ALTER TABLE public.zebra ALTER COLUMN n SET DEFAULT 2;

-- 9. CREATE column default public.zebra.size
ALTER TABLE public.zebra ALTER COLUMN size SET DEFAULT 'z'::text;

-- 10. CREATE column default public.zoo.id
ALTER TABLE ONLY public.zoo ALTER COLUMN id SET DEFAULT 9;

-- 11. ALTER column default public.zoo.kind
ALTER TABLE ONLY public.zoo ALTER COLUMN kind SET DEFAULT 'beast'::text;

-- 12. ALTER column default public.zoo.n
ALTER TABLE ONLY public.zoo ALTER COLUMN n SET DEFAULT 2;

-- 13. DROP column default public.zebra.p
ALTER TABLE public.zebra ALTER COLUMN p DROP DEFAULT;

-- 14. DROP column default public.zoo.p
ALTER TABLE ONLY public.zoo ALTER COLUMN p DROP DEFAULT;

-- 15. CREATE table public.yak
CREATE TABLE public.yak (
    extra text
) INHERITS (public.zoo);
ALTER TABLE public.yak ALTER COLUMN n DROP DEFAULT;
ALTER TABLE public.yak ALTER COLUMN size DROP DEFAULT;

-- 16. CREATE column default public.yak.id
ALTER TABLE public.yak ALTER COLUMN id SET DEFAULT 9;

-- 17. CREATE column default public.yak.kind
ALTER TABLE public.yak ALTER COLUMN kind SET DEFAULT 'beast'::text;

-- reverse

-- 1. ALTER table public.a_25, OUTSIDE
ALTER TABLE public.e DETACH PARTITION public.a_25 CONCURRENTLY;

-- 2. ALTER column default public.a_24.n
ALTER TABLE public.a_24 ALTER COLUMN n SET DEFAULT 1;

-- 3. ALTER column default public.e.n
ALTER TABLE ONLY public.e ALTER COLUMN n SET DEFAULT 1;

-- 4. ALTER column default public.zebra.kind
ALTER TABLE public.zebra ALTER COLUMN kind SET DEFAULT 'animal'::text;

-- 5. ALTER column default public.zebra.n
ALTER TABLE public.zebra ALTER COLUMN n SET DEFAULT 1;

-- 6. CREATE column default public.zebra.p
ALTER TABLE public.zebra ALTER COLUMN p SET DEFAULT 5;

-- 7. ALTER column default public.zoo.kind
ALTER TABLE ONLY public.zoo ALTER COLUMN kind SET DEFAULT 'animal'::text;

-- 8. ALTER column default public.zoo.n
ALTER TABLE ONLY public.zoo ALTER COLUMN n SET DEFAULT 1;

-- 9. CREATE column default public.zoo.p
ALTER TABLE ONLY public.zoo ALTER COLUMN p SET DEFAULT 5;

-- 10. DROP column default public.zebra.id
ALTER TABLE public.zebra ALTER COLUMN id DROP DEFAULT;

-- 11. DROP column default public.zoo.id
ALTER TABLE ONLY public.zoo ALTER COLUMN id DROP DEFAULT;

-- 12. DROP table public.a_25, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a_25
DROP TABLE public.a_25;

-- 13. DROP column public.e.o, DATA_LOSS IRREVERSIBLE; loses the values of column public.e.o
ALTER TABLE public.e DROP COLUMN o;

-- 14. DROP table public.yak, DATA_LOSS IRREVERSIBLE; loses the rows of table public.yak
DROP TABLE public.yak;

-- 15. DROP column public.zoo.size, DATA_LOSS IRREVERSIBLE; loses the values of column public.zoo.size
ALTER TABLE public.zoo DROP COLUMN size;
