-- 1. CREATE table public.a
CREATE TABLE public.a (
    id integer NOT NULL,
    b integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- 2. CREATE table public.b
CREATE TABLE public.b (
    id integer NOT NULL,
    a integer,
    CONSTRAINT b_pkey PRIMARY KEY (id)
);

-- 3. CREATE constraint public.a.a_b
ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES public.b(id) DEFERRABLE;

-- 4. CREATE constraint public.b.b_a_fkey
ALTER TABLE public.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES public.a(id);

-- 5. DROP constraint public.x.x_y_fkey
ALTER TABLE public.x DROP CONSTRAINT x_y_fkey;

-- 6. DROP constraint public.y.y_x_fkey
ALTER TABLE public.y DROP CONSTRAINT y_x_fkey;

-- 7. DROP table public.x, DATA_LOSS IRREVERSIBLE; loses the rows of table public.x
DROP TABLE public.x;

-- 8. DROP table public.y, DATA_LOSS IRREVERSIBLE; loses the rows of table public.y
DROP TABLE public.y;

-- reverse

-- 1. CREATE table public.x
CREATE TABLE public.x (
    id integer NOT NULL,
    y integer,
    CONSTRAINT x_pkey PRIMARY KEY (id)
);

-- 2. CREATE table public.y
CREATE TABLE public.y (
    id integer NOT NULL,
    x integer,
    CONSTRAINT y_pkey PRIMARY KEY (id)
);

-- 3. CREATE constraint public.x.x_y_fkey
ALTER TABLE public.x ADD CONSTRAINT x_y_fkey FOREIGN KEY (y) REFERENCES public.y(id);

-- 4. CREATE constraint public.y.y_x_fkey
ALTER TABLE public.y ADD CONSTRAINT y_x_fkey FOREIGN KEY (x) REFERENCES public.x(id);

-- 5. DROP constraint public.a.a_b
ALTER TABLE public.a DROP CONSTRAINT a_b;

-- 6. DROP constraint public.b.b_a_fkey
ALTER TABLE public.b DROP CONSTRAINT b_a_fkey;

-- 7. DROP table public.a, DATA_LOSS IRREVERSIBLE; loses the rows of table public.a
DROP TABLE public.a;

-- 8. DROP table public.b, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b
DROP TABLE public.b;
