-- 1. ALTER column public.people.mail, DATA_DEPENDENT
ALTER TABLE public.people ALTER COLUMN mail TYPE text USING mail::text;

-- 2. DROP constraint public.bookings.no_overlap
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;

-- 3. CREATE constraint public.bookings.no_overlap, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&) WHERE ((room > 0));

-- 4. DROP extension citext
DROP EXTENSION citext;

-- reverse

-- 1. CREATE extension citext
CREATE EXTENSION citext WITH SCHEMA ext VERSION '1.8';

-- 2. ALTER column public.people.mail, DATA_DEPENDENT
ALTER TABLE public.people ALTER COLUMN mail TYPE ext.citext USING mail::ext.citext;

-- 3. CREATE comment on extension citext
COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings';

-- 4. DROP constraint public.bookings.no_overlap
ALTER TABLE public.bookings DROP CONSTRAINT no_overlap;

-- 5. CREATE constraint public.bookings.no_overlap, DATA_DEPENDENT
ALTER TABLE public.bookings ADD CONSTRAINT no_overlap EXCLUDE USING gist (room WITH =, during WITH &&);
