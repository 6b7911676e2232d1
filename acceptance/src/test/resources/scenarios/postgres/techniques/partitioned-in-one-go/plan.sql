-- 1. DROP materialized view public.sums
DROP MATERIALIZED VIEW public.sums;

-- 2. DROP table public.summed
SET LOCAL row_security = off;
LOCK TABLE public.summed IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.summed__plumbline_rows AS TABLE public.summed;
DROP TABLE public.summed;

-- 3. CREATE table public.summed
CREATE TABLE public.summed (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT summed_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);

-- 4. CREATE table public.summed_rest
CREATE TABLE public.summed_rest PARTITION OF public.summed DEFAULT;

-- 5. CONVERT table public.summed, DATA_DEPENDENT
INSERT INTO public.summed (id, n) SELECT id, n FROM public.summed__plumbline_rows;
DROP TABLE public.summed__plumbline_rows;

-- 6. CREATE materialized view public.sums
CREATE MATERIALIZED VIEW public.sums (n) AS
SELECT sum(n) AS n
   FROM public.summed
WITH DATA;

-- 7. DROP view public.pair
DROP VIEW public.pair;

-- 8. DROP table public.one
SET LOCAL row_security = off;
LOCK TABLE public.one IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.one__plumbline_rows AS TABLE public.one;
DROP TABLE public.one;

-- 9. CREATE table public.one
CREATE TABLE public.one (
    id integer NOT NULL,
    n integer,
    CONSTRAINT one_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);

-- 10. CREATE table public.one_rest
CREATE TABLE public.one_rest PARTITION OF public.one DEFAULT;

-- 11. CONVERT table public.one, DATA_DEPENDENT
INSERT INTO public.one (id, n) SELECT id, n FROM public.one__plumbline_rows;
DROP TABLE public.one__plumbline_rows;

-- 12. DROP table public.two
SET LOCAL row_security = off;
LOCK TABLE public.two IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.two__plumbline_rows AS TABLE public.two;
DROP TABLE public.two;

-- 13. CREATE table public.two
CREATE TABLE public.two (
    id integer NOT NULL,
    n integer,
    CONSTRAINT two_pkey PRIMARY KEY (id)
) PARTITION BY RANGE (id);

-- 14. CREATE table public.two_rest
CREATE TABLE public.two_rest PARTITION OF public.two DEFAULT;

-- 15. CONVERT table public.two, DATA_DEPENDENT
INSERT INTO public.two (id, n) SELECT id, n FROM public.two__plumbline_rows;
DROP TABLE public.two__plumbline_rows;

-- 16. CREATE view public.pair
CREATE VIEW public.pair (a, b) AS
SELECT one.n AS a,
    two.n AS b
   FROM public.one,
    public.two;

-- 17. DROP table public.held
SET LOCAL row_security = off;
LOCK TABLE public.held IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.held__plumbline_rows AS TABLE public.held;
DROP TABLE public.held;

-- 18. CREATE table public.held
CREATE TABLE public.held (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT held_pkey PRIMARY KEY (id),
    CONSTRAINT held_n_check CHECK ((n > 0))
) PARTITION BY RANGE (id);

-- 19. CREATE table public.held_rest
CREATE TABLE public.held_rest PARTITION OF public.held DEFAULT;

-- 20. CONVERT table public.held, DATA_DEPENDENT
INSERT INTO public.held (id, n) SELECT id, n FROM public.held__plumbline_rows;
DROP TABLE public.held__plumbline_rows;

-- 21. DROP table public.keyless
SET LOCAL row_security = off;
LOCK TABLE public.keyless IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.keyless__plumbline_rows AS TABLE public.keyless;
DROP TABLE public.keyless;

-- 22. CREATE table public.keyless
CREATE TABLE public.keyless (
    id integer,
    n integer
) PARTITION BY LIST (n);

-- 23. CREATE table public.keyless_rest
CREATE TABLE public.keyless_rest PARTITION OF public.keyless DEFAULT;

-- 24. CONVERT table public.keyless, DATA_DEPENDENT
INSERT INTO public.keyless (id, n) SELECT id, n FROM public.keyless__plumbline_rows;
DROP TABLE public.keyless__plumbline_rows;

-- 25. DROP table public.nullable
SET LOCAL row_security = off;
LOCK TABLE public.nullable IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.nullable__plumbline_rows AS TABLE public.nullable;
DROP TABLE public.nullable;

-- 26. CREATE table public.nullable
CREATE TABLE public.nullable (
    id integer NOT NULL,
    at date NOT NULL,
    CONSTRAINT nullable_pkey PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);

-- 27. CREATE table public.nullable_rest
CREATE TABLE public.nullable_rest PARTITION OF public.nullable DEFAULT;

-- 28. CONVERT table public.nullable, DATA_DEPENDENT
INSERT INTO public.nullable (id, at) SELECT id, at FROM public.nullable__plumbline_rows;
DROP TABLE public.nullable__plumbline_rows;

-- 29. DROP table public.own
SET LOCAL row_security = off;
LOCK TABLE public.own IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.own__plumbline_rows AS TABLE public.own;
DROP TABLE public.own;

-- 30. CREATE table public.own
CREATE TABLE public.own (
    id integer NOT NULL,
    above integer,
    at date NOT NULL,
    CONSTRAINT own_pkey PRIMARY KEY (id)
) PARTITION BY HASH (id);

-- 31. CREATE table public.own_0
CREATE TABLE public.own_0 PARTITION OF public.own FOR VALUES WITH (modulus 1, remainder 0);

-- 32. CONVERT table public.own, DATA_DEPENDENT
INSERT INTO public.own (id, above, at) SELECT id, above, at FROM public.own__plumbline_rows;
DROP TABLE public.own__plumbline_rows;

-- 33. CREATE constraint public.own.own_above_fkey, DATA_DEPENDENT
ALTER TABLE public.own ADD CONSTRAINT own_above_fkey FOREIGN KEY (above) REFERENCES public.own(id);

-- 34. DROP table public.pieces, BEGINS
SET LOCAL row_security = off;
LOCK TABLE public.pieces IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.pieces__plumbline_rows AS TABLE public.pieces;
DROP TABLE public.pieces;

-- 35. CREATE table public.pieces
CREATE TABLE public.pieces (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT pieces_pkey PRIMARY KEY (id, n)
) PARTITION BY LIST (n);

-- 36. CREATE table public.pieces_rest
CREATE TABLE public.pieces_rest PARTITION OF public.pieces DEFAULT;

-- 37. CONVERT table public.pieces, DATA_DEPENDENT
INSERT INTO public.pieces (id, n) SELECT id, n FROM public.pieces__plumbline_rows;
DROP TABLE public.pieces__plumbline_rows;

-- reverse

-- 1. DROP constraint public.own.own_above_fkey
ALTER TABLE public.own DROP CONSTRAINT own_above_fkey;

-- 2. DROP table public.own
SET LOCAL row_security = off;
LOCK TABLE public.own IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.own__plumbline_rows AS TABLE public.own;
DROP TABLE public.own;

-- 3. CREATE table public.own
CREATE TABLE public.own (
    id integer NOT NULL,
    above integer,
    at date NOT NULL,
    CONSTRAINT own_pkey PRIMARY KEY (id)
);

-- 4. CONVERT table public.own, DATA_DEPENDENT
INSERT INTO public.own (id, above, at) SELECT id, above, at FROM public.own__plumbline_rows;
DROP TABLE public.own__plumbline_rows;

-- 5. CREATE constraint public.own.own_above_fkey, DATA_DEPENDENT
ALTER TABLE public.own ADD CONSTRAINT own_above_fkey FOREIGN KEY (above) REFERENCES public.own(id);

-- 6. DROP materialized view public.sums
DROP MATERIALIZED VIEW public.sums;

-- 7. DROP table public.summed
SET LOCAL row_security = off;
LOCK TABLE public.summed IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.summed__plumbline_rows AS TABLE public.summed;
DROP TABLE public.summed;

-- 8. CREATE table public.summed
CREATE TABLE public.summed (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT summed_pkey PRIMARY KEY (id)
);

-- 9. CONVERT table public.summed, DATA_DEPENDENT
INSERT INTO public.summed (id, n) SELECT id, n FROM public.summed__plumbline_rows;
DROP TABLE public.summed__plumbline_rows;

-- 10. CREATE materialized view public.sums
CREATE MATERIALIZED VIEW public.sums (n) AS
SELECT sum(n) AS n
   FROM public.summed
WITH DATA;

-- 11. DROP view public.pair
DROP VIEW public.pair;

-- 12. DROP table public.one
SET LOCAL row_security = off;
LOCK TABLE public.one IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.one__plumbline_rows AS TABLE public.one;
DROP TABLE public.one;

-- 13. CREATE table public.one
CREATE TABLE public.one (
    id integer NOT NULL,
    n integer,
    CONSTRAINT one_pkey PRIMARY KEY (id)
);

-- 14. CONVERT table public.one, DATA_DEPENDENT
INSERT INTO public.one (id, n) SELECT id, n FROM public.one__plumbline_rows;
DROP TABLE public.one__plumbline_rows;

-- 15. DROP table public.two
SET LOCAL row_security = off;
LOCK TABLE public.two IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.two__plumbline_rows AS TABLE public.two;
DROP TABLE public.two;

-- 16. CREATE table public.two
CREATE TABLE public.two (
    id integer NOT NULL,
    n integer,
    CONSTRAINT two_pkey PRIMARY KEY (id)
);

-- 17. CONVERT table public.two, DATA_DEPENDENT
INSERT INTO public.two (id, n) SELECT id, n FROM public.two__plumbline_rows;
DROP TABLE public.two__plumbline_rows;

-- 18. CREATE view public.pair
CREATE VIEW public.pair (a, b) AS
SELECT one.n AS a,
    two.n AS b
   FROM public.one,
    public.two;

-- 19. DROP table public.held, BEGINS
SET LOCAL row_security = off;
LOCK TABLE public.held IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.held__plumbline_rows AS TABLE public.held;
DROP TABLE public.held;

-- 20. CREATE table public.held
CREATE TABLE public.held (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT held_pkey PRIMARY KEY (id)
);

-- 21. CONVERT table public.held, DATA_DEPENDENT
INSERT INTO public.held (id, n) SELECT id, n FROM public.held__plumbline_rows;
DROP TABLE public.held__plumbline_rows;

-- 22. DROP table public.keyless
SET LOCAL row_security = off;
LOCK TABLE public.keyless IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.keyless__plumbline_rows AS TABLE public.keyless;
DROP TABLE public.keyless;

-- 23. CREATE table public.keyless
CREATE TABLE public.keyless (
    id integer,
    n integer
);

-- 24. CONVERT table public.keyless, DATA_DEPENDENT
INSERT INTO public.keyless (id, n) SELECT id, n FROM public.keyless__plumbline_rows;
DROP TABLE public.keyless__plumbline_rows;

-- 25. DROP table public.nullable
SET LOCAL row_security = off;
LOCK TABLE public.nullable IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.nullable__plumbline_rows AS TABLE public.nullable;
DROP TABLE public.nullable;

-- 26. CREATE table public.nullable
CREATE TABLE public.nullable (
    id integer NOT NULL,
    at date,
    CONSTRAINT nullable_pkey PRIMARY KEY (id)
);

-- 27. CONVERT table public.nullable, DATA_DEPENDENT
INSERT INTO public.nullable (id, at) SELECT id, at FROM public.nullable__plumbline_rows;
DROP TABLE public.nullable__plumbline_rows;

-- 28. DROP table public.pieces
SET LOCAL row_security = off;
LOCK TABLE public.pieces IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.pieces__plumbline_rows AS TABLE public.pieces;
DROP TABLE public.pieces;

-- 29. CREATE table public.pieces
CREATE TABLE public.pieces (
    id integer NOT NULL,
    n integer NOT NULL,
    CONSTRAINT pieces_pkey PRIMARY KEY (id, n)
) PARTITION BY RANGE (id);

-- 30. CREATE table public.pieces_all
CREATE TABLE public.pieces_all PARTITION OF public.pieces DEFAULT;

-- 31. CONVERT table public.pieces, DATA_DEPENDENT
INSERT INTO public.pieces (id, n) SELECT id, n FROM public.pieces__plumbline_rows;
DROP TABLE public.pieces__plumbline_rows;
