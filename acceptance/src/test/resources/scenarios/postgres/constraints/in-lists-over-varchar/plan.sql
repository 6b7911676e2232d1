-- 1. CREATE column public.t.kind
ALTER TABLE public.t ADD COLUMN kind character(3) DEFAULT 'abc'::bpchar;

-- 2. CREATE function public.is_open(character varying)
CREATE OR REPLACE FUNCTION public.is_open(s character varying)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ((s)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[]));

-- 3. CREATE view public.open_ones
CREATE VIEW public.open_ones (id) AS
SELECT id
   FROM public.t
  WHERE (((state)::text = ANY (((ARRAY['a'::character varying, 'c'::character varying])::character varying[])::text[])) AND ((state)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[])));

-- 4. CREATE index public.t_open, OUTSIDE
CREATE INDEX CONCURRENTLY t_open ON public.t USING btree (id) WHERE ((state)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[]));

-- 5. CREATE constraint public.t.kinds, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT kinds CHECK ((kind = ANY (ARRAY['abc'::bpchar, 'def'::bpchar]))) NOT VALID;

-- 6. CREATE constraint public.t.state_fine, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT state_fine CHECK (((state)::text <> ALL (((ARRAY['x'::character varying, 'y]'::character varying])::character varying[])::text[]))) NOT VALID;

-- 7. ALTER constraint public.t.kinds, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT kinds;

-- 8. ALTER constraint public.t.state_fine, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT state_fine;

-- 9. CREATE policy public.t.open_only
CREATE POLICY open_only ON public.t FOR SELECT TO app_reader USING ((((state)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[])) OR (kind = ANY (ARRAY['abc'::bpchar, 'x'::bpchar]))));

-- 10. DROP constraint public.t.state_known
ALTER TABLE public.t DROP CONSTRAINT state_known;

-- 11. CREATE constraint public.t.state_known, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT state_known CHECK (((state)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying, 'c'::character varying])::character varying[])::text[]))) NOT VALID;

-- 12. ALTER constraint public.t.state_known, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT state_known;

-- 13. ALTER table public.t, AUTHORIZATION
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- reverse

-- 1. DROP policy public.t.open_only, AUTHORIZATION
DROP POLICY open_only ON public.t;

-- 2. DROP constraint public.t.kinds
ALTER TABLE public.t DROP CONSTRAINT kinds;

-- 3. DROP constraint public.t.state_fine
ALTER TABLE public.t DROP CONSTRAINT state_fine;

-- 4. DROP constraint public.t.state_known
ALTER TABLE public.t DROP CONSTRAINT state_known;

-- 5. CREATE constraint public.t.state_known, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT state_known CHECK (((state)::text = ANY (((ARRAY['a'::character varying, 'b'::character varying])::character varying[])::text[]))) NOT VALID;

-- 6. ALTER constraint public.t.state_known, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT state_known;

-- 7. ALTER table public.t, AUTHORIZATION
ALTER TABLE public.t DISABLE ROW LEVEL SECURITY;

-- 8. DROP index public.t_open
DROP INDEX public.t_open;

-- 9. DROP view public.open_ones
DROP VIEW public.open_ones;

-- 10. DROP function public.is_open(character varying)
DROP FUNCTION public.is_open(character varying);

-- 11. DROP column public.t.kind, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.kind
ALTER TABLE public.t DROP COLUMN kind;
