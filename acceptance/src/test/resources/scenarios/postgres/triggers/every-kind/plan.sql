-- 1. CREATE trigger public.t.late
CREATE CONSTRAINT TRIGGER late AFTER INSERT ON public.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 2. CREATE trigger public.t.moved
CREATE TRIGGER moved AFTER UPDATE ON public.t REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION public.tg();

-- 3. ALTER trigger public.t.off
ALTER TABLE public.t DISABLE TRIGGER off;

-- 4. CREATE trigger public.t.trunc
CREATE TRIGGER trunc BEFORE TRUNCATE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.tg();

-- 5. CREATE trigger public.v.into_view
CREATE TRIGGER into_view INSTEAD OF INSERT ON public.v FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 6. CREATE comment on trigger public.t.late
COMMENT ON TRIGGER late ON public.t IS 'at commit';

-- 7. DROP trigger public.t.changed
DROP TRIGGER changed ON public.t;

-- 8. CREATE trigger public.t.changed
CREATE TRIGGER changed BEFORE INSERT OR UPDATE OF a ON public.t FOR EACH ROW WHEN ((new.a IS NOT NULL)) EXECUTE FUNCTION public.tg('x', 'it''s');

-- 9. DROP trigger public.t.gone
DROP TRIGGER gone ON public.t;

-- 10. DROP rule public.v.no_delete
DROP RULE no_delete ON public.v;

-- 11. CREATE rule public.v.no_delete
CREATE RULE no_delete AS
    ON DELETE TO public.v DO
 NOTIFY deleted;

-- reverse

-- 1. CREATE trigger public.t.gone
CREATE TRIGGER gone AFTER DELETE ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.tg();

-- 2. ALTER trigger public.t.off
ALTER TABLE public.t ENABLE TRIGGER off;

-- 3. DROP trigger public.t.changed
DROP TRIGGER changed ON public.t;

-- 4. CREATE trigger public.t.changed
CREATE TRIGGER changed BEFORE INSERT ON public.t FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 5. DROP trigger public.t.late
DROP TRIGGER late ON public.t;

-- 6. DROP trigger public.t.moved
DROP TRIGGER moved ON public.t;

-- 7. DROP trigger public.t.trunc
DROP TRIGGER trunc ON public.t;

-- 8. DROP trigger public.v.into_view
DROP TRIGGER into_view ON public.v;

-- 9. DROP rule public.v.no_delete
DROP RULE no_delete ON public.v;

-- 10. CREATE rule public.v.no_delete
CREATE RULE no_delete AS
    ON DELETE TO public.v DO INSTEAD NOTHING;
