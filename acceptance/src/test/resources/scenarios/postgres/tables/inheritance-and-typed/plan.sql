-- 1. ALTER table public.loner
ALTER TABLE public.loner INHERIT public.base;

-- 2. ALTER column public.places.name, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.places ALTER COLUMN name SET NOT NULL;

-- 3. CREATE constraint public.places.places_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.places ADD CONSTRAINT places_pkey PRIMARY KEY (name);

-- reverse

-- 1. ALTER table public.loner
ALTER TABLE public.loner NO INHERIT public.base;

-- 2. DROP constraint public.places.places_pkey
ALTER TABLE public.places DROP CONSTRAINT places_pkey;

-- 3. ALTER column public.places.name
ALTER TABLE public.places ALTER COLUMN name DROP NOT NULL;
