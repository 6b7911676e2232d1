-- 1. ALTER table public.friends
ALTER TABLE public.friends NOT OF;

-- 2. ALTER table public.left_type
ALTER TABLE public.left_type NOT OF;

-- 3. ALTER column public.friends.name
ALTER TABLE public.friends ADD CONSTRAINT friends_name_not_null NOT NULL name NOT VALID;

-- 4. ALTER column public.friends.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.friends VALIDATE CONSTRAINT friends_name_not_null;

-- 5. CREATE column public.friends.size
ALTER TABLE public.friends ADD COLUMN size integer;

-- 6. CREATE column default public.friends.born
ALTER TABLE public.friends ALTER COLUMN born SET DEFAULT '2000-01-01'::date;

-- 7. CREATE index public.friends_name, OUTSIDE
CREATE INDEX CONCURRENTLY friends_name ON public.friends USING btree (name);

-- 8. CREATE constraint public.friends.friends_size_check, DATA_DEPENDENT
ALTER TABLE public.friends ADD CONSTRAINT friends_size_check CHECK ((size > 0)) NOT VALID;

-- 9. ALTER constraint public.friends.friends_size_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.friends VALIDATE CONSTRAINT friends_size_check;

-- 10. CREATE comment on column public.friends.name
COMMENT ON COLUMN public.friends.name IS 'of the friend';

-- 11. DROP table public.gone, DATA_LOSS IRREVERSIBLE; loses the rows of table public.gone
DROP TABLE public.gone;

-- 12. ALTER composite type public.person
ALTER TYPE public.person ADD ATTRIBUTE size integer;

-- 13. CREATE table public.added
CREATE TABLE public.added (
    id integer,
    name text,
    born date,
    size integer,
    CONSTRAINT added_id_key UNIQUE (id)
);

-- 14. ALTER table public.added
ALTER TABLE public.added OF public.person;

-- 15. ALTER table public.friends
ALTER TABLE public.friends OF public.person;

-- 16. CREATE column public.joins.size
ALTER TABLE public.joins ADD COLUMN size integer;

-- 17. ALTER table public.joins
ALTER TABLE public.joins OF public.person;

-- reverse

-- 1. ALTER table public.friends
ALTER TABLE public.friends NOT OF;

-- 2. ALTER table public.joins
ALTER TABLE public.joins NOT OF;

-- 3. DROP comment on column public.friends.name
COMMENT ON COLUMN public.friends.name IS NULL;

-- 4. ALTER column public.friends.name
ALTER TABLE public.friends ALTER COLUMN name DROP NOT NULL;

-- 5. DROP constraint public.friends.friends_size_check
ALTER TABLE public.friends DROP CONSTRAINT friends_size_check;

-- 6. DROP index public.friends_name
DROP INDEX public.friends_name;

-- 7. DROP column default public.friends.born
ALTER TABLE public.friends ALTER COLUMN born DROP DEFAULT;

-- 8. DROP column public.friends.size, DATA_LOSS IRREVERSIBLE; loses the values of column public.friends.size
ALTER TABLE public.friends DROP COLUMN size;

-- 9. DROP column public.joins.size, DATA_LOSS IRREVERSIBLE; loses the values of column public.joins.size
ALTER TABLE public.joins DROP COLUMN size;

-- 10. DROP table public.added, DATA_LOSS IRREVERSIBLE; loses the rows of table public.added
DROP TABLE public.added;

-- 11. ALTER composite type public.person, DATA_LOSS
ALTER TYPE public.person DROP ATTRIBUTE size;

-- 12. ALTER table public.friends
ALTER TABLE public.friends OF public.person;

-- 13. CREATE table public.gone
CREATE TABLE public.gone (
    id integer,
    name text,
    born date
);

-- 14. ALTER table public.gone
ALTER TABLE public.gone OF public.person;

-- 15. ALTER table public.left_type
ALTER TABLE public.left_type OF public.person;
