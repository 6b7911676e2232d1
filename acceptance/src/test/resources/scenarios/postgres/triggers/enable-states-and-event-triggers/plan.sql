-- 1. RENAME event trigger em
ALTER EVENT TRIGGER en RENAME TO em;

-- 2. DROP event trigger et
DROP EVENT TRIGGER et;

-- 3. ALTER trigger public.p.pt
ALTER TABLE public.p DISABLE TRIGGER pt;

-- 4. ALTER trigger public.t.a
ALTER TABLE public.t ENABLE REPLICA TRIGGER a;

-- 5. ALTER trigger public.t.b
ALTER TABLE public.t DISABLE TRIGGER b;

-- 6. ALTER trigger public.t.c
ALTER TABLE public.t ENABLE TRIGGER c;

-- 7. DROP trigger public.t.ct
DROP TRIGGER ct ON public.t;

-- 8. CREATE trigger public.t.ct
CREATE CONSTRAINT TRIGGER ct AFTER UPDATE OF id ON public.t FROM public.o DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.id <> new.id)) EXECUTE FUNCTION public.tg();

-- 9. ALTER event trigger em
ALTER EVENT TRIGGER em ENABLE ALWAYS;

-- 10. CREATE event trigger et
CREATE EVENT TRIGGER et ON ddl_command_end WHEN TAG IN ('DROP TABLE') EXECUTE FUNCTION public.ev2();

-- reverse

-- 1. DROP event trigger et
DROP EVENT TRIGGER et;

-- 2. ALTER trigger public.p.pt
ALTER TABLE public.p ENABLE TRIGGER pt;

-- 3. ALTER trigger public.t.a
ALTER TABLE public.t ENABLE TRIGGER a;

-- 4. ALTER trigger public.t.b
ALTER TABLE public.t ENABLE ALWAYS TRIGGER b;

-- 5. ALTER trigger public.t.c
ALTER TABLE public.t DISABLE TRIGGER c;

-- 6. DROP trigger public.t.ct
DROP TRIGGER ct ON public.t;

-- 7. CREATE trigger public.t.ct
CREATE CONSTRAINT TRIGGER ct AFTER UPDATE ON public.t FROM public.o DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION public.tg();

-- 8. ALTER event trigger em
ALTER EVENT TRIGGER em ENABLE;

-- 9. CREATE event trigger et
CREATE EVENT TRIGGER et ON ddl_command_end EXECUTE FUNCTION public.ev();

-- 10. RENAME event trigger en
ALTER EVENT TRIGGER em RENAME TO en;
