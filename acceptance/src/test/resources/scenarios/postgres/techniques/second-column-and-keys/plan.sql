-- 1. ALTER column public.codes.note
ALTER TABLE public.codes ADD COLUMN IF NOT EXISTS note_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.codes_note_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.note_plumbline_new := NEW.note::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.codes_note_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~codes_note_plumbline_sync" BEFORE INSERT OR UPDATE ON public.codes FOR EACH ROW EXECUTE FUNCTION public.codes_note_plumbline_sync();
ALTER TABLE public.codes ENABLE ALWAYS TRIGGER "~codes_note_plumbline_sync";

-- 2. CONVERT column public.codes.note, BATCHES, DATA_DEPENDENT
UPDATE public.codes SET note_plumbline_new = note::bigint WHERE note_plumbline_new IS NULL AND note IS NOT NULL;

-- 3. ALTER column public.items.price
ALTER TABLE public.items ADD COLUMN IF NOT EXISTS price_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.items_price_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.price_plumbline_new := NEW.price::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.items_price_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~items_price_plumbline_sync" BEFORE INSERT OR UPDATE ON public.items FOR EACH ROW EXECUTE FUNCTION public.items_price_plumbline_sync();
ALTER TABLE public.items ENABLE ALWAYS TRIGGER "~items_price_plumbline_sync";

-- 4. CONVERT column public.items.price, BATCHES, DATA_DEPENDENT
UPDATE public.items SET price_plumbline_new = price::bigint WHERE price_plumbline_new IS NULL AND price IS NOT NULL;

-- 5. ALTER column public.items.price
ALTER TABLE public.items ADD CONSTRAINT items_price_not_null_plumbline_new NOT NULL price_plumbline_new NOT VALID;

-- 6. ALTER column public.items.price, ALONE, DATA_DEPENDENT
ALTER TABLE public.items VALIDATE CONSTRAINT items_price_not_null_plumbline_new;

-- 7. ALTER column public.trees.tree, DATA_DEPENDENT REWRITE
ALTER TABLE public.trees ALTER COLUMN tree TYPE text USING tree::text;

-- 8. CREATE index public.codes_code_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY codes_code_plumbline_new ON public.codes USING btree (code) INCLUDE (note_plumbline_new);

-- 9. ALTER column public.codes.note
LOCK TABLE public.codes IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~codes_note_plumbline_sync" ON public.codes;
DROP FUNCTION public.codes_note_plumbline_sync();
ALTER TABLE public.coded DROP CONSTRAINT coded_code;
ALTER TABLE public.codes DROP COLUMN note;
ALTER TABLE public.codes RENAME COLUMN note_plumbline_new TO note;
ALTER INDEX public.codes_code_plumbline_new RENAME TO codes_code;
ALTER TABLE public.coded ADD CONSTRAINT coded_code FOREIGN KEY (code) REFERENCES public.codes(code) NOT VALID;

-- 10. CREATE index public.items_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY items_key_plumbline_new ON public.items USING btree (id) INCLUDE (price_plumbline_new);

-- 11. ALTER constraint public.coded.coded_code, ALONE, DATA_DEPENDENT
ALTER TABLE public.coded VALIDATE CONSTRAINT coded_code;

-- 12. DROP constraint public.parts.parts_item
ALTER TABLE public.parts DROP CONSTRAINT parts_item;

-- 13. ALTER column public.items.price
LOCK TABLE public.items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~items_price_plumbline_sync" ON public.items;
DROP FUNCTION public.items_price_plumbline_sync();
ALTER TABLE public.orders DROP CONSTRAINT orders_item;
ALTER TABLE public.items DROP COLUMN price;
ALTER TABLE public.items RENAME COLUMN price_plumbline_new TO price;
ALTER TABLE public.items RENAME CONSTRAINT items_price_not_null_plumbline_new TO items_price_not_null;
ALTER TABLE public.items ADD CONSTRAINT items_key PRIMARY KEY USING INDEX items_key_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_item FOREIGN KEY (item) REFERENCES public.items(id) NOT VALID;

-- 14. ALTER constraint public.orders.orders_item, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_item;

-- 15. CREATE constraint public.orders.orders_was, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT orders_was FOREIGN KEY (was) REFERENCES public.items(id) NOT VALID;

-- 16. ALTER constraint public.orders.orders_was, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_was;

-- reverse

-- 1. ALTER column public.codes.note
ALTER TABLE public.codes ADD COLUMN IF NOT EXISTS note_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.codes_note_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.note_plumbline_new := NEW.note::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.codes_note_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~codes_note_plumbline_sync" BEFORE INSERT OR UPDATE ON public.codes FOR EACH ROW EXECUTE FUNCTION public.codes_note_plumbline_sync();
ALTER TABLE public.codes ENABLE ALWAYS TRIGGER "~codes_note_plumbline_sync";

-- 2. CONVERT column public.codes.note, BATCHES, DATA_DEPENDENT
UPDATE public.codes SET note_plumbline_new = note::integer WHERE note_plumbline_new IS NULL AND note IS NOT NULL;

-- 3. ALTER column public.items.price
ALTER TABLE public.items ADD COLUMN IF NOT EXISTS price_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.items_price_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.price_plumbline_new := NEW.price::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.items_price_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~items_price_plumbline_sync" BEFORE INSERT OR UPDATE ON public.items FOR EACH ROW EXECUTE FUNCTION public.items_price_plumbline_sync();
ALTER TABLE public.items ENABLE ALWAYS TRIGGER "~items_price_plumbline_sync";

-- 4. CONVERT column public.items.price, BATCHES, DATA_DEPENDENT
UPDATE public.items SET price_plumbline_new = price::integer WHERE price_plumbline_new IS NULL AND price IS NOT NULL;

-- 5. ALTER column public.items.price
ALTER TABLE public.items ADD CONSTRAINT items_price_not_null_plumbline_new NOT NULL price_plumbline_new NOT VALID;

-- 6. ALTER column public.items.price, ALONE, DATA_DEPENDENT
ALTER TABLE public.items VALIDATE CONSTRAINT items_price_not_null_plumbline_new;

-- 7. ALTER column public.trees.tree, DATA_DEPENDENT
ALTER TABLE public.trees ALTER COLUMN tree TYPE integer USING tree::integer;

-- 8. CREATE index public.codes_code_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY codes_code_plumbline_new ON public.codes USING btree (code) INCLUDE (note_plumbline_new);

-- 9. ALTER column public.codes.note
LOCK TABLE public.codes IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~codes_note_plumbline_sync" ON public.codes;
DROP FUNCTION public.codes_note_plumbline_sync();
ALTER TABLE public.coded DROP CONSTRAINT coded_code;
ALTER TABLE public.codes DROP COLUMN note;
ALTER TABLE public.codes RENAME COLUMN note_plumbline_new TO note;
ALTER INDEX public.codes_code_plumbline_new RENAME TO codes_code;
ALTER TABLE public.coded ADD CONSTRAINT coded_code FOREIGN KEY (code) REFERENCES public.codes(code) NOT VALID;

-- 10. CREATE index public.items_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY items_key_plumbline_new ON public.items USING btree (id) INCLUDE (price_plumbline_new);

-- 11. ALTER constraint public.coded.coded_code, ALONE, DATA_DEPENDENT
ALTER TABLE public.coded VALIDATE CONSTRAINT coded_code;

-- 12. DROP constraint public.orders.orders_was
ALTER TABLE public.orders DROP CONSTRAINT orders_was;

-- 13. ALTER column public.items.price
LOCK TABLE public.items IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~items_price_plumbline_sync" ON public.items;
DROP FUNCTION public.items_price_plumbline_sync();
ALTER TABLE public.orders DROP CONSTRAINT orders_item;
ALTER TABLE public.items DROP COLUMN price;
ALTER TABLE public.items RENAME COLUMN price_plumbline_new TO price;
ALTER TABLE public.items RENAME CONSTRAINT items_price_not_null_plumbline_new TO items_price_not_null;
ALTER TABLE public.items ADD CONSTRAINT items_key PRIMARY KEY USING INDEX items_key_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_item FOREIGN KEY (item) REFERENCES public.items(id) NOT VALID;

-- 14. ALTER constraint public.orders.orders_item, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_item;

-- 15. CREATE constraint public.parts.parts_item, DATA_DEPENDENT
ALTER TABLE public.parts ADD CONSTRAINT parts_item FOREIGN KEY (item) REFERENCES public.items(id) NOT VALID;

-- 16. ALTER constraint public.parts.parts_item, ALONE, DATA_DEPENDENT
ALTER TABLE public.parts VALIDATE CONSTRAINT parts_item;
