-- plumbline: keep rows
CREATE TABLE public.events (id serial, at date NOT NULL, note text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
ALTER TABLE public.events OWNER TO app_owner;
CREATE TABLE public.events_all PARTITION OF public.events DEFAULT;
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.events TO app_writer USING (note = current_user);
GRANT INSERT ON public.events TO app_writer;
CREATE VIEW public.recent AS SELECT * FROM public.events WHERE at > '2026-01-01';
ALTER VIEW public.recent OWNER TO app_writer;
