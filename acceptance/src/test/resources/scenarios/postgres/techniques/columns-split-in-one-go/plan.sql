-- 1. RENAME column public.renamed.first_name
ALTER TABLE public.renamed RENAME COLUMN name TO first_name;

-- 2. CREATE column public.chained.initial, BLOCKING_SCAN
ALTER TABLE public.chained ADD COLUMN initial text DEFAULT '?'::text;
UPDATE public.chained SET initial = (coalesce(left(name, 1), initial));

-- 3. CREATE column public.chained.other, BLOCKING_SCAN
ALTER TABLE public.chained ADD COLUMN other text;
UPDATE public.chained SET other = (right(name, 1)) WHERE (right(name, 1)) IS DISTINCT FROM NULL;

-- 4. CREATE column public.chained.shuffled, BLOCKING_SCAN
ALTER TABLE public.chained ADD COLUMN shuffled text;
UPDATE public.chained SET shuffled = (name || Random()) WHERE (name || Random()) IS DISTINCT FROM NULL;

-- 5. CREATE column public.changing.rest, BLOCKING_SCAN
ALTER TABLE public.changing ADD COLUMN rest text;
UPDATE public.changing SET rest = (substr(code, 3)) WHERE (substr(code, 3)) IS DISTINCT FROM NULL;

-- 6. ALTER column public.changing.code
ALTER TABLE public.changing ADD COLUMN IF NOT EXISTS code_plumbline_new character varying(2);
CREATE OR REPLACE FUNCTION public.changing_code_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.code_plumbline_new := (SELECT (left(code, 2))::character varying(2) FROM (SELECT NEW.*) AS changing); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.changing_code_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~changing_code_plumbline_sync" BEFORE INSERT OR UPDATE ON public.changing FOR EACH ROW EXECUTE FUNCTION public.changing_code_plumbline_sync();
ALTER TABLE public.changing ENABLE ALWAYS TRIGGER "~changing_code_plumbline_sync";

-- 7. CONVERT column public.changing.code, BATCHES, DATA_DEPENDENT
UPDATE public.changing SET code_plumbline_new = (left(code, 2))::character varying(2) WHERE code_plumbline_new IS NULL;

-- 8. ALTER column public.changing.code
LOCK TABLE public.changing IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~changing_code_plumbline_sync" ON public.changing;
DROP FUNCTION public.changing_code_plumbline_sync();
ALTER TABLE public.changing DROP COLUMN code;
ALTER TABLE public.changing RENAME COLUMN code_plumbline_new TO code;

-- 9. CREATE column public.checked.first_name, DATA_DEPENDENT REWRITE
ALTER TABLE public.checked ADD COLUMN first_name text;
UPDATE public.checked SET first_name = (split_part(name, ' ', 1)) WHERE (split_part(name, ' ', 1)) IS DISTINCT FROM NULL;
ALTER TABLE public.checked ALTER COLUMN first_name TYPE public.word USING first_name::public.word;

-- 10. CREATE column public.cities.land, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.cities ADD COLUMN land text;
UPDATE public.cities SET land = ((SELECT c.name FROM public.countries c WHERE c.code = cities.country)) WHERE ((SELECT c.name FROM public.countries c WHERE c.code = cities.country)) IS DISTINCT FROM NULL;
ALTER TABLE public.cities ALTER COLUMN land SET NOT NULL;

-- 11. CREATE column public.computed.first_name, BLOCKING_SCAN
ALTER TABLE public.computed ADD COLUMN first_name text;
UPDATE public.computed SET first_name = (split_part(shouted, ' ', 1)) WHERE (split_part(shouted, ' ', 1)) IS DISTINCT FROM NULL;

-- 12. CREATE column public.counted.number, DATA_DEPENDENT REWRITE
CREATE SEQUENCE public.counted_number_seq AS integer;
ALTER TABLE public.counted ADD COLUMN number integer DEFAULT nextval('public.counted_number_seq'::regclass);
ALTER SEQUENCE public.counted_number_seq OWNED BY public.counted.number;
UPDATE public.counted SET number = (code::int);
ALTER TABLE public.counted ALTER COLUMN number SET NOT NULL;

-- 13. CREATE column public.keyless.first_name, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.keyless ADD COLUMN first_name text;
UPDATE public.keyless SET first_name = (split_part(name, ' ', 1)) WHERE (split_part(name, ' ', 1)) IS DISTINCT FROM NULL;
ALTER TABLE public.keyless ALTER COLUMN first_name SET NOT NULL;

-- 14. CREATE column public.keyless.last_name, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.keyless ADD COLUMN last_name text DEFAULT ''::text;
UPDATE public.keyless SET last_name = (split_part(name, ' ', 2));
ALTER TABLE public.keyless ALTER COLUMN last_name SET NOT NULL;

-- 15. CREATE column public.parts.first_name, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.parts ADD COLUMN first_name text;
UPDATE public.parts SET first_name = (split_part(name, ' ', 1)) WHERE (split_part(name, ' ', 1)) IS DISTINCT FROM NULL;
ALTER TABLE public.parts ALTER COLUMN first_name SET NOT NULL;

-- 16. CREATE column public.renamed.last_name, BLOCKING_SCAN
ALTER TABLE public.renamed ADD COLUMN last_name text;
UPDATE public.renamed SET last_name = (nullif(split_part(first_name, ' ', 2), '')) WHERE (nullif(split_part(first_name, ' ', 2), '')) IS DISTINCT FROM NULL;

-- 17. ALTER column public.renamed.first_name
ALTER TABLE public.renamed RENAME CONSTRAINT renamed_name_not_null TO renamed_first_name_not_null;

-- 18. CREATE column public.spots.spot, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.spots ADD COLUMN spot point;
UPDATE public.spots SET spot = (point(x, y)) WHERE (point(x, y)) IS DISTINCT FROM NULL;
ALTER TABLE public.spots ALTER COLUMN spot SET NOT NULL;

-- 19. CREATE column public.touched.first_name, BLOCKING_SCAN
ALTER TABLE public.touched ADD COLUMN first_name text;
UPDATE public.touched SET first_name = (split_part(name, ' ', 1)) WHERE (split_part(name, ' ', 1)) IS DISTINCT FROM NULL;

-- 20. CONVERT column public.renamed.first_name, BLOCKING_SCAN
UPDATE public.renamed SET first_name = split_part(first_name, ' ', 1) WHERE first_name IS DISTINCT FROM (split_part(first_name, ' ', 1));

-- 21. DROP column public.checked.name, DATA_LOSS IRREVERSIBLE; loses the values of column public.checked.name
ALTER TABLE public.checked DROP COLUMN name;

-- 22. DROP column public.computed.shouted
ALTER TABLE public.computed DROP COLUMN shouted;

-- 23. DROP column public.counted.code, DATA_LOSS IRREVERSIBLE; loses the values of column public.counted.code
ALTER TABLE public.counted DROP COLUMN code;

-- 24. DROP column public.keyless.name, DATA_LOSS
ALTER TABLE public.keyless DROP COLUMN name;

-- 25. DROP column public.parts.name, DATA_LOSS
ALTER TABLE public.parts DROP COLUMN name;

-- 26. DROP column public.spots.x, DATA_LOSS
ALTER TABLE public.spots DROP COLUMN x;

-- 27. DROP column public.spots.y, DATA_LOSS
ALTER TABLE public.spots DROP COLUMN y;

-- 28. DROP column public.touched.name, DATA_LOSS IRREVERSIBLE; loses the values of column public.touched.name
ALTER TABLE public.touched DROP COLUMN name;

-- reverse

-- 1. ALTER column public.changing.code
ALTER TABLE public.changing ADD COLUMN IF NOT EXISTS code_plumbline_new text;
CREATE OR REPLACE FUNCTION public.changing_code_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.code_plumbline_new := (SELECT (code || coalesce(rest, ''))::text FROM (SELECT NEW.*) AS changing); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.changing_code_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~changing_code_plumbline_sync" BEFORE INSERT OR UPDATE ON public.changing FOR EACH ROW EXECUTE FUNCTION public.changing_code_plumbline_sync();
ALTER TABLE public.changing ENABLE ALWAYS TRIGGER "~changing_code_plumbline_sync";

-- 2. CONVERT column public.changing.code, BATCHES, DATA_DEPENDENT
UPDATE public.changing SET code_plumbline_new = (code || coalesce(rest, ''))::text WHERE code_plumbline_new IS NULL;

-- 3. ALTER column public.changing.code
LOCK TABLE public.changing IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~changing_code_plumbline_sync" ON public.changing;
DROP FUNCTION public.changing_code_plumbline_sync();
ALTER TABLE public.changing DROP COLUMN code;
ALTER TABLE public.changing RENAME COLUMN code_plumbline_new TO code;

-- 4. DROP column public.changing.rest, DATA_LOSS
ALTER TABLE public.changing DROP COLUMN rest;

-- 5. CREATE column public.checked.name
ALTER TABLE public.checked ADD COLUMN name text;

-- 6. DROP column public.checked.first_name, DATA_LOSS
ALTER TABLE public.checked DROP COLUMN first_name;

-- 7. CREATE column public.computed.shouted
ALTER TABLE public.computed ADD COLUMN shouted text GENERATED ALWAYS AS (upper(name)) STORED;

-- 8. DROP column public.computed.first_name, DATA_LOSS
ALTER TABLE public.computed DROP COLUMN first_name;

-- 9. CREATE column public.counted.code
ALTER TABLE public.counted ADD COLUMN code text;

-- 10. DROP column public.counted.number, DATA_LOSS
ALTER TABLE public.counted DROP COLUMN number;

-- 11. CREATE column public.keyless.name, DATA_DEPENDENT
ALTER TABLE public.keyless ADD COLUMN name text;
UPDATE public.keyless SET name = (first_name || ' ' || last_name) WHERE (first_name || ' ' || last_name) IS DISTINCT FROM NULL;
ALTER TABLE public.keyless ALTER COLUMN name SET NOT NULL;

-- 12. DROP column public.keyless.first_name, DATA_LOSS
ALTER TABLE public.keyless DROP COLUMN first_name;

-- 13. DROP column public.keyless.last_name, DATA_LOSS
ALTER TABLE public.keyless DROP COLUMN last_name;

-- 14. CREATE column public.parts.name, DATA_DEPENDENT
ALTER TABLE public.parts ADD COLUMN name text;
UPDATE public.parts SET name = (first_name || ' ' || id) WHERE (first_name || ' ' || id) IS DISTINCT FROM NULL;
ALTER TABLE public.parts ALTER COLUMN name SET NOT NULL;

-- 15. DROP column public.parts.first_name, DATA_LOSS
ALTER TABLE public.parts DROP COLUMN first_name;

-- 16. ALTER column public.renamed.first_name
ALTER TABLE public.renamed RENAME CONSTRAINT renamed_first_name_not_null TO renamed_name_not_null;

-- 17. CONVERT column public.renamed.first_name
UPDATE public.renamed SET first_name = first_name || coalesce(' ' || last_name, '') WHERE first_name IS DISTINCT FROM (first_name || coalesce(' ' || last_name, ''));

-- 18. DROP column public.renamed.last_name, DATA_LOSS
ALTER TABLE public.renamed DROP COLUMN last_name;

-- 19. CREATE column public.spots.x
ALTER TABLE public.spots ADD COLUMN x double precision;
UPDATE public.spots SET x = (spot[0]) WHERE (spot[0]) IS DISTINCT FROM NULL;

-- 20. CREATE column public.spots.y
ALTER TABLE public.spots ADD COLUMN y double precision;
UPDATE public.spots SET y = (spots.spot[1]) WHERE (spots.spot[1]) IS DISTINCT FROM NULL;

-- 21. DROP column public.spots.spot, DATA_LOSS
ALTER TABLE public.spots DROP COLUMN spot;

-- 22. CREATE column public.touched.name
ALTER TABLE public.touched ADD COLUMN name text;

-- 23. DROP column public.touched.first_name, DATA_LOSS
ALTER TABLE public.touched DROP COLUMN first_name;

-- 24. DROP column public.chained.initial, DATA_LOSS
ALTER TABLE public.chained DROP COLUMN initial;

-- 25. DROP column public.chained.other, DATA_LOSS
ALTER TABLE public.chained DROP COLUMN other;

-- 26. DROP column public.chained.shuffled, DATA_LOSS
ALTER TABLE public.chained DROP COLUMN shuffled;

-- 27. DROP column public.cities.land, BEGINS, DATA_LOSS
ALTER TABLE public.cities DROP COLUMN land;

-- 28. RENAME column public.renamed.name
ALTER TABLE public.renamed RENAME COLUMN first_name TO name;
