-- 1. ALTER table public.loner
ALTER TABLE public.loner INHERIT public.base;

-- 2. ALTER column public.places.name
ALTER TABLE public.places ADD CONSTRAINT places_name_not_null NOT NULL name NOT VALID;

-- 3. ALTER column public.places.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.places VALIDATE CONSTRAINT places_name_not_null;

-- 4. CREATE constraint public.places.places_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY places_pkey ON public.places USING btree (name);

-- 5. CREATE constraint public.places.places_pkey
ALTER TABLE public.places ADD CONSTRAINT places_pkey PRIMARY KEY USING INDEX places_pkey;

-- reverse

-- 1. ALTER table public.loner
ALTER TABLE public.loner NO INHERIT public.base;

-- 2. DROP constraint public.places.places_pkey
ALTER TABLE public.places DROP CONSTRAINT places_pkey;

-- 3. ALTER column public.places.name
ALTER TABLE public.places ALTER COLUMN name DROP NOT NULL;
