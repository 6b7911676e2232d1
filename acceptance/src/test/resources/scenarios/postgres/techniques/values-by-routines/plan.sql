-- 1. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.tickets.state', held.label, pg_catalog.count(*) FROM (SELECT (tools.known(state::text))::text AS label FROM public.tickets) AS held WHERE held.label = ANY (ARRAY['held']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 2. CREATE column public.cities.land, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.cities ADD COLUMN land text;
UPDATE public.cities SET land = ((SELECT l.name FROM public.lands l WHERE l.code = cities.country)) WHERE ((SELECT l.name FROM public.lands l WHERE l.code = cities.country)) IS DISTINCT FROM NULL;
ALTER TABLE public.cities ALTER COLUMN land SET NOT NULL;

-- 3. CREATE function tools.amount_of(text)
CREATE OR REPLACE FUNCTION tools.amount_of(a text)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ BEGIN RETURN split_part(a, ' ', 1)::int; END $function$;

-- 4. ALTER column public.bills.amount
ALTER TABLE public.bills ADD COLUMN IF NOT EXISTS amount_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.bills_amount_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.amount_plumbline_new := (SELECT (tools.amount_of(amount))::integer FROM (SELECT NEW.*) AS bills); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.bills_amount_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~bills_amount_plumbline_sync" BEFORE INSERT OR UPDATE ON public.bills FOR EACH ROW EXECUTE FUNCTION public.bills_amount_plumbline_sync();
ALTER TABLE public.bills ENABLE ALWAYS TRIGGER "~bills_amount_plumbline_sync";

-- 5. CONVERT column public.bills.amount, BATCHES, DATA_DEPENDENT
UPDATE public.bills SET amount_plumbline_new = (tools.amount_of(amount))::integer WHERE amount_plumbline_new IS NULL;

-- 6. ALTER column public.bills.amount
LOCK TABLE public.bills IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~bills_amount_plumbline_sync" ON public.bills;
DROP FUNCTION public.bills_amount_plumbline_sync();
ALTER TABLE public.bills DROP COLUMN amount;
ALTER TABLE public.bills RENAME COLUMN amount_plumbline_new TO amount;

-- 7. CREATE function tools.as_word(integer, text)
ALTER FUNCTION tools.as_word(bigint) RENAME TO as_word_plumbline_old;
CREATE OR REPLACE FUNCTION tools.as_word(a integer, b text DEFAULT 'No. '::text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT b || a $function$;

-- 8. CREATE function tools.cheerful(text)
CREATE OR REPLACE FUNCTION tools.cheerful(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE a WHEN 'held' THEN 'open' ELSE a END $function$;

-- 9. ALTER enum type public.mood, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.moods.mood', held.label, pg_catalog.count(*) FROM (SELECT (tools.cheerful(mood::text))::text AS label FROM public.moods) AS held WHERE held.label = ANY (ARRAY['held']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.mood loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 10. ALTER enum type public.mood, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('closed', 'open');
ALTER TABLE public.moods ALTER COLUMN mood TYPE public.mood USING (tools.cheerful(mood::text))::text::public.mood;
DROP TYPE public.mood__plumbline_old;

-- 11. CREATE enum type public.state_plumbline_new
CREATE TYPE public.state_plumbline_new AS ENUM ('open', 'closed');

-- 12. CREATE function tools.last_part(text)
CREATE OR REPLACE FUNCTION tools.last_part(a text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ BEGIN RETURN nullif(split_part(a, ' ', 2), ''); END $function$;

-- 13. CREATE column public.people.first_name
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS first_name_plumbline_new text;
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS last_name_plumbline_new text;
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name_plumbline_new := (SELECT tools.first_part(name) FROM (SELECT NEW.*) AS people); NEW.last_name_plumbline_new := (SELECT tools.last_part(name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_sync";

-- 14. CONVERT column public.people.first_name, BATCHES, DATA_DEPENDENT
UPDATE public.people SET first_name_plumbline_new = (tools.first_part(name)), last_name_plumbline_new = (tools.last_part(name)) WHERE (first_name_plumbline_new IS NULL AND (tools.first_part(name)) IS DISTINCT FROM NULL OR last_name_plumbline_new IS NULL AND (tools.last_part(name)) IS DISTINCT FROM NULL);

-- 15. ALTER column public.people.first_name
ALTER TABLE public.people ADD CONSTRAINT people_first_name_not_null NOT NULL first_name_plumbline_new NOT VALID;

-- 16. ALTER column public.people.first_name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_first_name_not_null;

-- 17. ALTER column public.people.first_name
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~people_first_name_plumbline_sync" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_sync();
ALTER TABLE public.people RENAME COLUMN first_name_plumbline_new TO first_name;
ALTER TABLE public.people RENAME COLUMN last_name_plumbline_new TO last_name;
CREATE OR REPLACE FUNCTION public.people_first_name_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.first_name := (SELECT tools.first_part(name) FROM (SELECT NEW.*) AS people); NEW.last_name := (SELECT tools.last_part(name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_first_name_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_first_name_plumbline_values" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_first_name_plumbline_values";

-- 18. CREATE function tools.letter(text)
CREATE OR REPLACE FUNCTION tools.letter(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT upper(left(a, 1)) $function$;

-- 19. CREATE function tools.whole(text, text)
CREATE OR REPLACE FUNCTION tools.whole(a text, b text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT a || coalesce(' ' || b, '') $function$;

-- 20. DROP constraint public.bills.bills_number_check
ALTER TABLE public.bills DROP CONSTRAINT bills_number_check;

-- 21. DROP constraint public.cities.cities_country_fkey
ALTER TABLE public.cities DROP CONSTRAINT cities_country_fkey;

-- 22. DROP constraint public.customers.customers_code_check
ALTER TABLE public.customers DROP CONSTRAINT customers_code_check;

-- 23. CONVERT column public.customers.code, BLOCKING_SCAN
UPDATE public.customers SET code = code OPERATOR(tools.<#) 2 WHERE code IS DISTINCT FROM (code OPERATOR(tools.<#) 2);

-- 24. CREATE constraint public.customers.customers_code_check, DATA_DEPENDENT
ALTER TABLE public.customers ADD CONSTRAINT customers_code_check CHECK ((length(code) = 2)) NOT VALID;

-- 25. ALTER constraint public.customers.customers_code_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.customers VALIDATE CONSTRAINT customers_code_check;

-- 26. DROP constraint public.customers.kind_is
ALTER TABLE public.customers DROP CONSTRAINT kind_is;

-- 27. CONVERT column public.customers.kind, BLOCKING_SCAN
UPDATE public.customers SET kind = tools.word(kind) WHERE kind IS DISTINCT FROM (tools.word(kind));

-- 28. CREATE constraint public.customers.kind_is, DATA_DEPENDENT
ALTER TABLE public.customers ADD CONSTRAINT kind_is CHECK ((kind = ANY (ARRAY['person'::text, 'business'::text]))) NOT VALID;

-- 29. ALTER constraint public.customers.kind_is, ALONE, DATA_DEPENDENT
ALTER TABLE public.customers VALIDATE CONSTRAINT kind_is;

-- 30. DROP constraint public.people.people_name_check
ALTER TABLE public.people DROP CONSTRAINT people_name_check;

-- 31. DROP constraint public.places.places_country_check
ALTER TABLE public.places DROP CONSTRAINT places_country_check;

-- 32. CONVERT column public.places.country, BLOCKING_SCAN IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
UPDATE public.places SET country = coalesce((SELECT c.name FROM public.countries c WHERE c.code = country), country || '???') WHERE country IS DISTINCT FROM (coalesce((SELECT c.name FROM public.countries c WHERE c.code = country), country || '???'));

-- 33. CREATE constraint public.places.places_country_check, DATA_DEPENDENT
ALTER TABLE public.places ADD CONSTRAINT places_country_check CHECK ((length(country) > 2)) NOT VALID;

-- 34. ALTER constraint public.places.places_country_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.places VALIDATE CONSTRAINT places_country_check;

-- 35. DROP constraint public.tickets.tickets_check
ALTER TABLE public.tickets DROP CONSTRAINT tickets_check;

-- 36. ALTER column public.tickets.state
ALTER TABLE public.tickets ADD COLUMN IF NOT EXISTS state_plumbline_new public.state_plumbline_new;
CREATE OR REPLACE FUNCTION public.tickets_state_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.state_plumbline_new := (SELECT CASE WHEN (tools.known(state::text))::text <> ALL (ARRAY['held']) THEN (tools.known(state::text))::text::public.state_plumbline_new END FROM (SELECT NEW.*) AS tickets); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.tickets_state_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~tickets_state_plumbline_sync" BEFORE INSERT OR UPDATE ON public.tickets FOR EACH ROW EXECUTE FUNCTION public.tickets_state_plumbline_sync();
ALTER TABLE public.tickets ENABLE ALWAYS TRIGGER "~tickets_state_plumbline_sync";

-- 37. CONVERT column public.tickets.state, BATCHES, DATA_DEPENDENT
UPDATE public.tickets SET state_plumbline_new = CASE WHEN (tools.known(state::text))::text <> ALL (ARRAY['held']) THEN (tools.known(state::text))::text::public.state_plumbline_new END WHERE state_plumbline_new IS NULL;

-- 38. ALTER enum type public.state, ALONE, DATA_DEPENDENT
SET LOCAL row_security = off;
DO $plumbline$
#variable_conflict use_column
DECLARE held text;
BEGIN
  SELECT pg_catalog.string_agg(place || ' has ' || pg_catalog.quote_literal(label) || ' in ' || number || CASE number WHEN 1 THEN ' row' ELSE ' rows' END, ', ' ORDER BY place, label)
  INTO held FROM (
    SELECT 'column public.tickets.state', held.label, pg_catalog.count(*) FROM (SELECT (tools.known(state::text))::text AS label FROM public.tickets) AS held WHERE held.label = ANY (ARRAY['held']) GROUP BY held.label) AS rows (place, label, number);
  IF held IS NOT NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'enum type public.state loses labels that are in use: ' || held, HINT = 'Give these rows a label that stays, or say with a hint at the column what becomes of them (-- plumbline: using ...), and see to it that nobody writes these labels any more. Then run it again.';
  END IF;
END
$plumbline$;

-- 39. ALTER column public.tickets.state
ALTER TABLE public.tickets ADD CONSTRAINT tickets_state_not_null_plumbline_new NOT NULL state_plumbline_new NOT VALID;

-- 40. ALTER column public.tickets.state, ALONE, DATA_DEPENDENT
ALTER TABLE public.tickets VALIDATE CONSTRAINT tickets_state_not_null_plumbline_new;

-- 41. ALTER enum type public.state, IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
LOCK TABLE public.tickets IN ACCESS EXCLUSIVE MODE;
ALTER TYPE public.state RENAME TO state__plumbline_old;
ALTER TYPE public.state_plumbline_new RENAME TO state;
DROP TRIGGER "~tickets_state_plumbline_sync" ON public.tickets;
DROP FUNCTION public.tickets_state_plumbline_sync();
ALTER TABLE public.tickets DROP COLUMN state;
ALTER TABLE public.tickets RENAME COLUMN state_plumbline_new TO state;
ALTER TABLE public.tickets RENAME CONSTRAINT tickets_state_not_null_plumbline_new TO tickets_state_not_null;
DROP TYPE public.state__plumbline_old;

-- 42. DROP view public.lands
DROP VIEW public.lands;

-- 43. DROP function tools.as_word_plumbline_old(bigint), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION tools.as_word_plumbline_old(bigint);

-- 44. DROP function tools.known(text)
DROP FUNCTION tools.known(text);

-- 45. DROP function tools.word(text)
DROP FUNCTION tools.word(text);

-- 46. DROP column public.bills.shouted
ALTER TABLE public.bills DROP COLUMN shouted;

-- 47. ALTER column public.bills.number, DATA_DEPENDENT REWRITE
ALTER TABLE public.bills ALTER COLUMN number TYPE integer USING (tools.number_of(number))::integer;

-- 48. DROP function tools.digits(text)
DROP FUNCTION tools.digits(text);

-- 49. DROP function tools.number_of(text)
DROP FUNCTION tools.number_of(text);

-- 50. DROP column public.cities.country, DATA_LOSS IRREVERSIBLE; loses the values of column public.cities.country
ALTER TABLE public.cities DROP COLUMN country;

-- 51. DROP column public.people.name, DATA_LOSS
DROP TRIGGER "~people_first_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_first_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN name;

-- 52. DROP function tools.first_part(text)
DROP FUNCTION tools.first_part(text);

-- 53. DROP table public.countries, DATA_LOSS IRREVERSIBLE; loses the rows of table public.countries
DROP TABLE public.countries;

-- 54. DROP operator tools.<#(text,integer)
DROP OPERATOR tools.<# (text,integer);

-- 55. DROP function tools.begin_of(text, integer)
DROP FUNCTION tools.begin_of(text, integer);

-- reverse

-- 1. ALTER enum type public.mood, DATA_DEPENDENT
ALTER TYPE public.mood RENAME TO mood__plumbline_old;
CREATE TYPE public.mood AS ENUM ('open', 'held', 'closed');
ALTER TABLE public.moods ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood;
DROP TYPE public.mood__plumbline_old;

-- 2. ALTER enum type public.state, ALONE, IRREVERSIBLE; loses the reverse must convert rows that use it
ALTER TYPE public.state ADD VALUE 'held' AFTER 'open';

-- 3. CREATE table public.countries
CREATE TABLE public.countries (
    code text NOT NULL,
    name text NOT NULL,
    CONSTRAINT countries_pkey PRIMARY KEY (code)
);

-- 4. ALTER column public.bills.amount
ALTER TABLE public.bills ADD COLUMN IF NOT EXISTS amount_plumbline_new text;
CREATE OR REPLACE FUNCTION public.bills_amount_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.amount_plumbline_new := (SELECT (amount || ' EUR')::text FROM (SELECT NEW.*) AS bills); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.bills_amount_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~bills_amount_plumbline_sync" BEFORE INSERT OR UPDATE ON public.bills FOR EACH ROW EXECUTE FUNCTION public.bills_amount_plumbline_sync();
ALTER TABLE public.bills ENABLE ALWAYS TRIGGER "~bills_amount_plumbline_sync";

-- 5. CONVERT column public.bills.amount, BATCHES, DATA_DEPENDENT
UPDATE public.bills SET amount_plumbline_new = (amount || ' EUR')::text WHERE amount_plumbline_new IS NULL;

-- 6. ALTER column public.bills.amount
LOCK TABLE public.bills IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~bills_amount_plumbline_sync" ON public.bills;
DROP FUNCTION public.bills_amount_plumbline_sync();
ALTER TABLE public.bills DROP COLUMN amount;
ALTER TABLE public.bills RENAME COLUMN amount_plumbline_new TO amount;

-- 7. CREATE column public.cities.country
ALTER TABLE public.cities ADD COLUMN country text;

-- 8. CREATE column public.people.name
ALTER TABLE public.people ADD COLUMN IF NOT EXISTS name_plumbline_new text;
CREATE OR REPLACE FUNCTION public.people_name_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.name_plumbline_new := (SELECT tools.whole(first_name, last_name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_name_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_name_plumbline_sync" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_name_plumbline_sync();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_name_plumbline_sync";

-- 9. CONVERT column public.people.name, BATCHES, DATA_DEPENDENT
UPDATE public.people SET name_plumbline_new = (tools.whole(first_name, last_name)) WHERE name_plumbline_new IS NULL AND (tools.whole(first_name, last_name)) IS DISTINCT FROM NULL;

-- 10. ALTER column public.people.name
ALTER TABLE public.people ADD CONSTRAINT people_name_not_null NOT NULL name_plumbline_new NOT VALID;

-- 11. ALTER column public.people.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_name_not_null;

-- 12. ALTER column public.people.name
LOCK TABLE public.people IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~people_name_plumbline_sync" ON public.people;
DROP FUNCTION public.people_name_plumbline_sync();
ALTER TABLE public.people RENAME COLUMN name_plumbline_new TO name;
CREATE OR REPLACE FUNCTION public.people_name_plumbline_values() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.name := (SELECT tools.whole(first_name, last_name) FROM (SELECT NEW.*) AS people); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.people_name_plumbline_values() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~people_name_plumbline_values" BEFORE INSERT OR UPDATE ON public.people FOR EACH ROW EXECUTE FUNCTION public.people_name_plumbline_values();
ALTER TABLE public.people ENABLE ALWAYS TRIGGER "~people_name_plumbline_values";

-- 13. CREATE function tools.as_word(bigint)
ALTER FUNCTION tools.as_word(integer, text) RENAME TO as_word_plumbline_old;
CREATE OR REPLACE FUNCTION tools.as_word(a bigint)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT 'No. ' || a $function$;

-- 14. ALTER column public.bills.number
ALTER TABLE public.bills ADD COLUMN IF NOT EXISTS number_plumbline_new text;
CREATE OR REPLACE FUNCTION public.bills_number_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.number_plumbline_new := (SELECT (tools.as_word(number))::text FROM (SELECT NEW.*) AS bills); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.bills_number_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~bills_number_plumbline_sync" BEFORE INSERT OR UPDATE ON public.bills FOR EACH ROW EXECUTE FUNCTION public.bills_number_plumbline_sync();
ALTER TABLE public.bills ENABLE ALWAYS TRIGGER "~bills_number_plumbline_sync";

-- 15. CONVERT column public.bills.number, BATCHES, DATA_DEPENDENT
UPDATE public.bills SET number_plumbline_new = (tools.as_word(number))::text WHERE number_plumbline_new IS NULL;

-- 16. ALTER column public.bills.number
ALTER TABLE public.bills ADD CONSTRAINT bills_number_not_null_plumbline_new NOT NULL number_plumbline_new NOT VALID;

-- 17. ALTER column public.bills.number, ALONE, DATA_DEPENDENT
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_number_not_null_plumbline_new;

-- 18. ALTER column public.bills.number
LOCK TABLE public.bills IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~bills_number_plumbline_sync" ON public.bills;
DROP FUNCTION public.bills_number_plumbline_sync();
ALTER TABLE public.bills DROP COLUMN number;
ALTER TABLE public.bills RENAME COLUMN number_plumbline_new TO number;
ALTER TABLE public.bills RENAME CONSTRAINT bills_number_not_null_plumbline_new TO bills_number_not_null;

-- 19. CREATE column public.bills.shouted
ALTER TABLE public.bills ADD COLUMN shouted text GENERATED ALWAYS AS (upper(number)) STORED;

-- 20. CREATE function tools.begin_of(text, integer)
CREATE OR REPLACE FUNCTION tools.begin_of(a text, n integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT left(a, n) $function$;

-- 21. CREATE operator tools.<#(text,integer)
CREATE OPERATOR tools.<# (FUNCTION = tools.begin_of, LEFTARG = text, RIGHTARG = integer);

-- 22. CREATE function tools.digits(text)
CREATE OR REPLACE FUNCTION tools.digits(a text)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ BEGIN RETURN translate(a, 'No. ', ''); END $function$;

-- 23. CREATE function tools.first_part(text)
CREATE OR REPLACE FUNCTION tools.first_part(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT split_part(a, ' ', 1) $function$;

-- 24. CREATE function tools.known(text)
CREATE OR REPLACE FUNCTION tools.known(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE a WHEN 'held' THEN 'open' ELSE a END $function$;

-- 25. CREATE function tools.number_of(text)
CREATE OR REPLACE FUNCTION tools.number_of(a text)
 RETURNS bigint
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$ BEGIN RETURN tools.digits(a)::bigint; END $function$;

-- 26. CREATE function tools.word(text)
CREATE OR REPLACE FUNCTION tools.word(a text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE a WHEN 'P' THEN 'person' ELSE 'business' END $function$;

-- 27. CREATE view public.lands
CREATE VIEW public.lands (code, name) AS
SELECT code,
    upper(name) AS name
   FROM public.countries;

-- 28. CREATE constraint public.bills.bills_number_check, DATA_DEPENDENT
ALTER TABLE public.bills ADD CONSTRAINT bills_number_check CHECK ((number ~~ 'No. %'::text)) NOT VALID;

-- 29. CREATE constraint public.cities.cities_country_fkey, DATA_DEPENDENT
ALTER TABLE public.cities ADD CONSTRAINT cities_country_fkey FOREIGN KEY (country) REFERENCES public.countries(code) NOT VALID;

-- 30. CREATE constraint public.people.people_name_check, DATA_DEPENDENT
ALTER TABLE public.people ADD CONSTRAINT people_name_check CHECK ((name <> ''::text)) NOT VALID;

-- 31. CREATE constraint public.tickets.tickets_check, DATA_DEPENDENT
ALTER TABLE public.tickets ADD CONSTRAINT tickets_check CHECK (((state <> 'held'::public.state) OR (id > 0))) NOT VALID;

-- 32. ALTER constraint public.bills.bills_number_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.bills VALIDATE CONSTRAINT bills_number_check;

-- 33. ALTER constraint public.cities.cities_country_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.cities VALIDATE CONSTRAINT cities_country_fkey;

-- 34. ALTER constraint public.people.people_name_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.people VALIDATE CONSTRAINT people_name_check;

-- 35. ALTER constraint public.tickets.tickets_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.tickets VALIDATE CONSTRAINT tickets_check;

-- 36. DROP constraint public.customers.customers_code_check
ALTER TABLE public.customers DROP CONSTRAINT customers_code_check;

-- 37. CONVERT column public.customers.code
UPDATE public.customers SET code = code || '?' WHERE code IS DISTINCT FROM (code || '?');

-- 38. CREATE constraint public.customers.customers_code_check, DATA_DEPENDENT
ALTER TABLE public.customers ADD CONSTRAINT customers_code_check CHECK ((length(code) > 2)) NOT VALID;

-- 39. ALTER constraint public.customers.customers_code_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.customers VALIDATE CONSTRAINT customers_code_check;

-- 40. DROP constraint public.customers.kind_is
ALTER TABLE public.customers DROP CONSTRAINT kind_is;

-- 41. CONVERT column public.customers.kind
UPDATE public.customers SET kind = tools.letter(kind) WHERE kind IS DISTINCT FROM (tools.letter(kind));

-- 42. CREATE constraint public.customers.kind_is, DATA_DEPENDENT
ALTER TABLE public.customers ADD CONSTRAINT kind_is CHECK ((kind = ANY (ARRAY['P'::text, 'B'::text]))) NOT VALID;

-- 43. ALTER constraint public.customers.kind_is, ALONE, DATA_DEPENDENT
ALTER TABLE public.customers VALIDATE CONSTRAINT kind_is;

-- 44. DROP constraint public.places.places_country_check
ALTER TABLE public.places DROP CONSTRAINT places_country_check;

-- 45. CREATE constraint public.places.places_country_check, DATA_DEPENDENT
ALTER TABLE public.places ADD CONSTRAINT places_country_check CHECK ((country <> ''::text)) NOT VALID;

-- 46. ALTER constraint public.places.places_country_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.places VALIDATE CONSTRAINT places_country_check;

-- 47. DROP function tools.amount_of(text)
DROP FUNCTION tools.amount_of(text);

-- 48. DROP function tools.as_word_plumbline_old(integer, text), ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
DROP FUNCTION tools.as_word_plumbline_old(integer, text);

-- 49. DROP function tools.cheerful(text)
DROP FUNCTION tools.cheerful(text);

-- 50. DROP function tools.last_part(text)
DROP FUNCTION tools.last_part(text);

-- 51. DROP function tools.letter(text)
DROP FUNCTION tools.letter(text);

-- 52. DROP column public.cities.land, DATA_LOSS
ALTER TABLE public.cities DROP COLUMN land;

-- 53. DROP column public.people.first_name, DATA_LOSS
DROP TRIGGER "~people_name_plumbline_values" ON public.people;
DROP FUNCTION public.people_name_plumbline_values();
ALTER TABLE public.people DROP COLUMN first_name;
ALTER TABLE public.people DROP COLUMN last_name;

-- 54. DROP function tools.whole(text, text)
DROP FUNCTION tools.whole(text, text);
