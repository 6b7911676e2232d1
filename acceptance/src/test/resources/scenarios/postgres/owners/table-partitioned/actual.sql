CREATE TABLE public.events (id serial PRIMARY KEY, at date NOT NULL, note text);
ALTER TABLE public.events OWNER TO app_owner;
ALTER TABLE public.events ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON public.events TO app_writer USING (note = current_user);
GRANT INSERT ON public.events TO app_writer;
CREATE VIEW public.recent AS SELECT * FROM public.events WHERE at > '2026-01-01';
ALTER VIEW public.recent OWNER TO app_writer;
