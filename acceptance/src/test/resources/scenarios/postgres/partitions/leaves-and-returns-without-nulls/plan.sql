-- 1. ALTER table public.events_rest
ALTER TABLE public.events_low DETACH PARTITION public.events_rest;

-- 2. ALTER column public.events.id
ALTER TABLE public.events ADD CONSTRAINT events_id_not_null NOT NULL id NOT VALID;

-- 3. ALTER column public.events.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.events VALIDATE CONSTRAINT events_id_not_null;

-- 4. ALTER column public.events_rest.id
ALTER TABLE public.events_rest ADD CONSTRAINT events_rest_id_not_null NOT NULL id NOT VALID;

-- 5. ALTER column public.events_rest.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.events_rest VALIDATE CONSTRAINT events_rest_id_not_null;

-- reverse

-- 1. ALTER table public.events_rest
ALTER TABLE public.events_rest ADD CONSTRAINT events_rest_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= '-5'::integer) AND (id < 2))) NOT VALID;

-- 2. ALTER table public.events_rest, ALONE, DATA_DEPENDENT
ALTER TABLE public.events_rest VALIDATE CONSTRAINT events_rest_plumbline_bounds;

-- 3. ALTER column public.events.id
ALTER TABLE public.events ALTER COLUMN id DROP NOT NULL;

-- 4. ALTER column public.events_low.id
ALTER TABLE public.events_low ALTER COLUMN id DROP NOT NULL;

-- 5. ALTER table public.events_rest, DATA_DEPENDENT
ALTER TABLE public.events_low ATTACH PARTITION public.events_rest DEFAULT;
ALTER TABLE public.events_rest DROP CONSTRAINT events_rest_plumbline_bounds;

-- 6. ALTER column public.events_rest.id
ALTER TABLE public.events_rest ALTER COLUMN id DROP NOT NULL;
