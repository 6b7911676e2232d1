-- 1. DROP policy public.orders.affordable, AUTHORIZATION
DROP POLICY affordable ON public.orders;

-- 2. DROP trigger public.orders.amount_changes
DROP TRIGGER amount_changes ON public.orders;

-- 3. DROP constraint public.orders.positive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 4. DROP index public.orders_expr
DROP INDEX public.orders_expr;

-- 5. DROP materialized view public.cached
DROP MATERIALIZED VIEW public.cached;

-- 6. DROP view public.big_totals
DROP VIEW public.big_totals;

-- 7. DROP view public.totals
DROP VIEW public.totals;

-- 8. DROP column default public.orders.amount
ALTER TABLE public.orders ALTER COLUMN amount DROP DEFAULT;

-- 9. DROP column public.orders.doubled
ALTER TABLE public.orders DROP COLUMN doubled;

-- 10. ALTER column public.orders.amount, DATA_DEPENDENT REWRITE
ALTER TABLE public.orders ALTER COLUMN amount TYPE numeric(12,2) USING amount::numeric(12,2);

-- 11. CREATE column public.orders.doubled, REWRITE
ALTER TABLE public.orders ADD COLUMN doubled numeric GENERATED ALWAYS AS ((amount * (2)::numeric)) STORED;

-- 12. CREATE column default public.orders.amount
ALTER TABLE public.orders ALTER COLUMN amount SET DEFAULT 0;

-- 13. CREATE view public.totals
CREATE VIEW public.totals (customer, total) AS
SELECT customer,
    sum(amount) AS total
   FROM public.orders
  GROUP BY customer;

-- 14. CREATE view public.big_totals
CREATE VIEW public.big_totals (customer, total) AS
SELECT customer,
    total
   FROM public.totals
  WHERE (total > (100)::numeric);

-- 15. CREATE materialized view public.cached, BLOCKING_SCAN
CREATE MATERIALIZED VIEW public.cached (customer, amount) AS
SELECT customer,
    amount
   FROM public.orders
WITH DATA;

-- 16. CREATE index public.cached_amount
CREATE INDEX cached_amount ON public.cached USING btree (amount);

-- 17. CREATE index public.orders_expr, OUTSIDE
CREATE INDEX CONCURRENTLY orders_expr ON public.orders USING btree (((amount + (1)::numeric))) WHERE (amount > (10)::numeric);

-- 18. CREATE constraint public.orders.positive, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((amount >= (0)::numeric)) NOT VALID;

-- 19. ALTER constraint public.orders.positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- 20. CREATE trigger public.orders.amount_changes
CREATE TRIGGER amount_changes BEFORE UPDATE OF amount ON public.orders FOR EACH ROW WHEN ((new.amount > old.amount)) EXECUTE FUNCTION public.log_it();

-- 21. CREATE policy public.orders.affordable
CREATE POLICY affordable ON public.orders FOR SELECT TO app_reader USING ((amount < (1000)::numeric));

-- 22. CREATE comment on view public.big_totals
COMMENT ON VIEW public.big_totals IS 'the big ones';

-- 23. CREATE grant to app_reader on view public.big_totals
GRANT SELECT ON TABLE public.big_totals TO app_reader;

-- reverse

-- 1. DROP policy public.orders.affordable, AUTHORIZATION
DROP POLICY affordable ON public.orders;

-- 2. DROP trigger public.orders.amount_changes
DROP TRIGGER amount_changes ON public.orders;

-- 3. DROP constraint public.orders.positive
ALTER TABLE public.orders DROP CONSTRAINT positive;

-- 4. DROP index public.orders_expr
DROP INDEX public.orders_expr;

-- 5. DROP materialized view public.cached
DROP MATERIALIZED VIEW public.cached;

-- 6. DROP view public.big_totals
DROP VIEW public.big_totals;

-- 7. DROP view public.totals
DROP VIEW public.totals;

-- 8. DROP column default public.orders.amount
ALTER TABLE public.orders ALTER COLUMN amount DROP DEFAULT;

-- 9. DROP column public.orders.doubled
ALTER TABLE public.orders DROP COLUMN doubled;

-- 10. ALTER column public.orders.amount, DATA_DEPENDENT
ALTER TABLE public.orders ALTER COLUMN amount TYPE integer USING amount::integer;

-- 11. CREATE column public.orders.doubled
ALTER TABLE public.orders ADD COLUMN doubled integer GENERATED ALWAYS AS ((amount * 2)) STORED;

-- 12. CREATE column default public.orders.amount
ALTER TABLE public.orders ALTER COLUMN amount SET DEFAULT 0;

-- 13. CREATE view public.totals
CREATE VIEW public.totals (customer, total) AS
SELECT customer,
    sum(amount) AS total
   FROM public.orders
  GROUP BY customer;

-- 14. CREATE view public.big_totals
CREATE VIEW public.big_totals (customer, total) AS
SELECT customer,
    total
   FROM public.totals
  WHERE (total > 100);

-- 15. CREATE materialized view public.cached
CREATE MATERIALIZED VIEW public.cached (customer, amount) AS
SELECT customer,
    amount
   FROM public.orders
WITH DATA;

-- 16. CREATE index public.cached_amount
CREATE INDEX cached_amount ON public.cached USING btree (amount);

-- 17. CREATE index public.orders_expr, OUTSIDE
CREATE INDEX CONCURRENTLY orders_expr ON public.orders USING btree (((amount + 1))) WHERE (amount > 10);

-- 18. CREATE constraint public.orders.positive, DATA_DEPENDENT
ALTER TABLE public.orders ADD CONSTRAINT positive CHECK ((amount >= 0)) NOT VALID;

-- 19. ALTER constraint public.orders.positive, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT positive;

-- 20. CREATE trigger public.orders.amount_changes
CREATE TRIGGER amount_changes BEFORE UPDATE OF amount ON public.orders FOR EACH ROW WHEN ((new.amount > old.amount)) EXECUTE FUNCTION public.log_it();

-- 21. CREATE policy public.orders.affordable
CREATE POLICY affordable ON public.orders FOR SELECT TO app_reader USING ((amount < 1000));

-- 22. CREATE comment on view public.big_totals
COMMENT ON VIEW public.big_totals IS 'the big ones';

-- 23. CREATE grant to app_reader on view public.big_totals
GRANT SELECT ON TABLE public.big_totals TO app_reader;
