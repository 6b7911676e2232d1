-- 1. DROP view public.recent
DROP VIEW public.recent;

-- 2. DROP table public.events
SET LOCAL row_security = off;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.events__plumbline_rows AS TABLE public.events;
DROP TABLE public.events;

-- 3. CREATE table public.events
CREATE TABLE public.events (
    id integer NOT NULL,
    at date NOT NULL,
    note text
) PARTITION BY RANGE (at);
ALTER TABLE public.events OWNER TO app_owner;

-- 4. CREATE table public.events_all
CREATE TABLE public.events_all PARTITION OF public.events DEFAULT;

-- 5. CONVERT table public.events, DATA_DEPENDENT
INSERT INTO public.events (id, at, note) SELECT id, at, note FROM public.events__plumbline_rows;
DROP TABLE public.events__plumbline_rows;

-- 6. CREATE view public.recent
CREATE VIEW public.recent (id, at, note) AS
SELECT id,
    at,
    note
   FROM public.events
  WHERE (at > '2026-01-01'::date);
ALTER VIEW public.recent OWNER TO app_writer;

-- 7. CREATE grant to app_writer on table public.events
GRANT INSERT ON TABLE public.events TO app_writer;

-- reverse

-- 1. DROP view public.recent
DROP VIEW public.recent;

-- 2. DROP table public.events
SET LOCAL row_security = off;
LOCK TABLE public.events IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public.events__plumbline_rows AS TABLE public.events;
DROP TABLE public.events;

-- 3. CREATE table public.events
CREATE TABLE public.events (
    id integer NOT NULL,
    at date NOT NULL,
    note text
);
ALTER TABLE public.events OWNER TO app_owner;

-- 4. CONVERT table public.events, DATA_DEPENDENT
INSERT INTO public.events (id, at, note) SELECT id, at, note FROM public.events__plumbline_rows;
DROP TABLE public.events__plumbline_rows;

-- 5. CREATE view public.recent
CREATE VIEW public.recent (id, at, note) AS
SELECT id,
    at,
    note
   FROM public.events
  WHERE (at > '2026-01-01'::date);
ALTER VIEW public.recent OWNER TO app_writer;

-- 6. CREATE grant to app_writer on table public.events
GRANT INSERT ON TABLE public.events TO app_writer;
