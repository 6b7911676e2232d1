-- 1. CREATE table public.u
CREATE TABLE public.u (
    a integer,
    CONSTRAINT one_of_u EXCLUDE USING btree (a WITH =)
);

-- 2. CREATE column public.t.b
ALTER TABLE public.t ADD COLUMN b text;

-- 3. CREATE constraint public.t.one, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT one EXCLUDE USING btree (a WITH =);

-- 4. CREATE constraint public.t.two, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.t ADD CONSTRAINT two EXCLUDE USING btree (a WITH =);

-- 5. CREATE constraint public.u.two_of_u
ALTER TABLE public.u ADD CONSTRAINT two_of_u EXCLUDE USING btree (a WITH =);

-- reverse

-- 1. DROP constraint public.t.one
ALTER TABLE public.t DROP CONSTRAINT one;

-- 2. DROP constraint public.t.two
ALTER TABLE public.t DROP CONSTRAINT two;

-- 3. DROP column public.t.b, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.b
ALTER TABLE public.t DROP COLUMN b;

-- 4. DROP table public.u, DATA_LOSS IRREVERSIBLE; loses the rows of table public.u
DROP TABLE public.u;
