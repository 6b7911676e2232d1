-- 1. ALTER column public.orders.total
ALTER TABLE public.orders ADD CONSTRAINT orders_total_not_null NOT NULL total NOT VALID;

-- 2. ALTER column public.orders.total, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_total_not_null;

-- 3. DROP constraint public.orders.positive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 4. CREATE constraint public.orders.positive, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((total >= (0)::numeric)) NOT VALID;

-- 5. ALTER constraint public.orders.positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- 6. DROP index public.orders_by_amount
DROP INDEX public.orders_by_amount;

-- 7. DROP view public.amounts
DROP VIEW public.amounts;

-- 8. CREATE view public.amounts
CREATE VIEW public.amounts (id, amount) AS
SELECT id,
    total AS amount
   FROM public.orders;

-- 9. DROP column public.orders.amount, DATA_LOSS
DROP TRIGGER "~orders_total_plumbline_both" ON public.orders;
DROP FUNCTION public.orders_total_plumbline_both();
ALTER TABLE public.orders DROP COLUMN amount;

-- reverse

-- 1. CREATE column public.orders.amount
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS amount_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.orders_amount_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.amount_plumbline_new := (SELECT (total * 100)::integer FROM (SELECT NEW.*) AS orders); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_amount_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_amount_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_amount_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_amount_plumbline_sync";

-- 2. CONVERT column public.orders.amount, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET amount_plumbline_new = ((total * 100)::integer) WHERE amount_plumbline_new IS NULL AND ((total * 100)::integer) IS DISTINCT FROM NULL;

-- 3. ALTER column public.orders.amount
ALTER TABLE public.orders ADD CONSTRAINT orders_amount_not_null NOT NULL amount_plumbline_new NOT VALID;

-- 4. ALTER column public.orders.amount, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_amount_not_null;

-- 5. ALTER column public.orders.amount
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_amount_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_amount_plumbline_sync();
ALTER TABLE public.orders ALTER COLUMN amount_plumbline_new SET DEFAULT 0;
ALTER TABLE public.orders RENAME COLUMN amount_plumbline_new TO amount;
CREATE OR REPLACE FUNCTION public.orders_total_plumbline_both()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO ''
AS $function$
#variable_conflict use_column
DECLARE
    first_written boolean;
    second_written boolean;
BEGIN
    IF TG_OP = 'INSERT' THEN
        first_written := pg_catalog.record_image_ne(ROW(NEW.amount), ROW(CAST(0 AS integer)));
        second_written := pg_catalog.record_image_ne(ROW(NEW.total), ROW(CAST(0 AS numeric(12,2))));
        IF NOT first_written AND NOT second_written THEN
            second_written := NEW.amount IS NULL;
            first_written := NOT second_written;
        END IF;
    ELSE
        first_written := pg_catalog.record_image_ne(ROW(NEW.amount), ROW(OLD.amount));
        second_written := pg_catalog.record_image_ne(ROW(NEW.total), ROW(OLD.total));
    END IF;
    IF first_written AND NOT second_written THEN
        NEW.total := (SELECT amount / 100.0 FROM (SELECT NEW.*) AS orders);
    ELSIF second_written AND NOT first_written THEN
        NEW.amount := (SELECT (total * 100)::integer FROM (SELECT NEW.*) AS orders);
    END IF;
    RETURN NEW;
END
$function$;
CREATE TRIGGER "~orders_total_plumbline_both" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_total_plumbline_both('1', 'amount', 'total');
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_total_plumbline_both";

-- 6. CREATE index public.orders_by_amount, OUTSIDE
CREATE INDEX CONCURRENTLY orders_by_amount ON public.orders USING btree (amount);

-- 7. DROP constraint public.orders.positive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 8. ALTER column public.orders.total
ALTER TABLE public.orders ALTER COLUMN total DROP NOT NULL;

-- 9. CREATE constraint public.orders.positive, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((amount >= 0)) NOT VALID;

-- 10. ALTER constraint public.orders.positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- 11. DROP view public.amounts
DROP VIEW public.amounts;

-- 12. CREATE view public.amounts
CREATE VIEW public.amounts (id, amount) AS
SELECT id,
    amount
   FROM public.orders;
