-- 1. ALTER enum type public.mood, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.mood ADD VALUE 'awful' BEFORE 'sad';
ALTER TYPE public.mood ADD VALUE 'ok' AFTER 'sad';
ALTER TYPE public.mood ADD VALUE 'ecstatic' AFTER 'happy';

-- 2. ALTER column default public.people.m
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'ok'::public.mood;

-- 3. CREATE index public.ecstatic_people, OUTSIDE
CREATE INDEX CONCURRENTLY ecstatic_people ON public.people USING btree (id) WHERE (m = 'ecstatic'::public.mood);

-- 4. CREATE constraint public.people.not_awful, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT not_awful CHECK ((m <> 'awful'::public.mood)) NOT VALID;

-- 5. ALTER constraint public.people.not_awful, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT not_awful;

-- reverse

-- 1. DROP constraint public.people.not_awful
ALTER TABLE public.people DROP CONSTRAINT not_awful;

-- 2. DROP index public.ecstatic_people, OUTSIDE
DROP INDEX CONCURRENTLY public.ecstatic_people;

-- 3. DROP column default public.people.m
ALTER TABLE public.people ALTER COLUMN m DROP DEFAULT;

-- 4. ALTER enum type public.mood, DATA_DEPENDENT
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('sad', 'happy');
ALTER TABLE public.people ALTER COLUMN m TYPE public.mood USING m::text::public.mood;
DROP TYPE public.mood__plumbline_old;

-- 5. CREATE column default public.people.m
ALTER TABLE public.people ALTER COLUMN m SET DEFAULT 'sad'::public.mood;
