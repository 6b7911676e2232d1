-- 1. DROP column public.a.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.gone
ALTER TABLE public.a_keeps ALTER COLUMN gone SET NOT NULL;
ALTER TABLE public.a ALTER COLUMN gone DROP NOT NULL;
ALTER TABLE ONLY public.a DROP COLUMN gone;
ALTER TABLE public.a_loses DROP COLUMN gone;

-- 2. ALTER column public.a_keeps.gone
ALTER TABLE public.a_keeps RENAME CONSTRAINT a_gone_not_null TO a_keeps_gone_not_null;

-- 3. DROP column public.b1.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.b1.stays
ALTER TABLE public.b_keeps ALTER COLUMN stays SET NOT NULL;
ALTER TABLE public.b1 ALTER COLUMN stays DROP NOT NULL;
CREATE TABLE public.b1_plumbline_heirs (stays integer);
ALTER TABLE public.b_keeps INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b_takes_null INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b1 DROP COLUMN stays;
ALTER TABLE public.b_keeps NO INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b_takes_null NO INHERIT public.b1_plumbline_heirs;
DROP TABLE public.b1_plumbline_heirs;

-- 4. ALTER column public.b_keeps.stays
ALTER TABLE public.b_keeps RENAME CONSTRAINT b1_stays_not_null TO b_keeps_stays_not_null;

-- 5. ALTER column public.b_takes_null.stays
ALTER TABLE public.b_takes_null ALTER COLUMN stays DROP NOT NULL;

-- 6. DROP column public.c1.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.c1.stays
ALTER TABLE public.c1 ALTER COLUMN stays DROP NOT NULL;
ALTER TABLE public.c1 DROP COLUMN stays;

-- 7. DROP column public.d1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.d1.gone
ALTER TABLE public.d_own ALTER COLUMN gone SET NOT NULL;
ALTER TABLE public.d_wider ALTER COLUMN gone SET NOT NULL;
ALTER TABLE public.d1 ALTER COLUMN gone DROP NOT NULL;
CREATE TABLE public.d1_plumbline_heirs (gone integer);
ALTER TABLE public.d_wider INHERIT public.d1_plumbline_heirs;
ALTER TABLE public.d1 DROP COLUMN gone;
ALTER TABLE public.d_wider NO INHERIT public.d1_plumbline_heirs;
DROP TABLE public.d1_plumbline_heirs;

-- 8. DROP column public.d2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.d2.gone
ALTER TABLE public.d_wider ALTER COLUMN gone SET NOT NULL;
ALTER TABLE public.d2 ALTER COLUMN gone DROP NOT NULL;
CREATE TABLE public.d2_plumbline_heirs (gone integer);
ALTER TABLE public.d_wider INHERIT public.d2_plumbline_heirs;
ALTER TABLE public.d2 DROP COLUMN gone;
ALTER TABLE public.d_wider NO INHERIT public.d2_plumbline_heirs;
DROP TABLE public.d2_plumbline_heirs;

-- 9. ALTER column public.d_wider.gone, DATA_DEPENDENT REWRITE
ALTER TABLE public.d_wider ALTER COLUMN gone TYPE bigint USING gone::bigint;
ALTER TABLE public.d_wider RENAME CONSTRAINT d1_gone_not_null TO d_wider_gone_not_null;

-- 10. CREATE column default public.d_below.gone
ALTER TABLE public.d_below ALTER COLUMN gone SET DEFAULT 0;

-- 11. CREATE column default public.d_wider.gone
ALTER TABLE ONLY public.d_wider ALTER COLUMN gone SET DEFAULT 0;

-- 12. DROP column public.e.gone, BEGINS
ALTER TABLE public.e_keeps ALTER COLUMN gone SET NOT NULL;
ALTER TABLE public.e ALTER COLUMN gone DROP IDENTITY;
ALTER TABLE public.e ALTER COLUMN gone DROP NOT NULL;
ALTER TABLE ONLY public.e DROP COLUMN gone;

-- 13. ALTER column public.e_keeps.gone
ALTER TABLE public.e_keeps RENAME CONSTRAINT e_gone_not_null TO e_keeps_gone_not_null;

-- reverse

-- 1. CREATE column public.c1.stays, DATA_DEPENDENT
ALTER TABLE public.c1 ADD COLUMN stays integer NOT NULL;

-- 2. DROP index public.d_wider_gone
DROP INDEX public.d_wider_gone;

-- 3. DROP column public.a_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.a_keeps.gone
ALTER TABLE public.a_keeps DROP COLUMN gone;

-- 4. CREATE column public.a.gone, DATA_DEPENDENT
ALTER TABLE public.a ADD COLUMN gone integer NOT NULL;

-- 5. DROP column public.b_keeps.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.b_keeps.stays
ALTER TABLE public.b_keeps DROP COLUMN stays;

-- 6. DROP column public.b_takes_null.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.b_takes_null.stays
ALTER TABLE public.b_takes_null DROP COLUMN stays;

-- 7. CREATE column public.b1.stays, DATA_DEPENDENT
ALTER TABLE public.b1 ADD COLUMN stays integer NOT NULL;

-- 8. DROP column public.d_wider.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.d_wider.gone
ALTER TABLE public.d_wider DROP COLUMN gone;

-- 9. CREATE column public.d1.gone, DATA_DEPENDENT
ALTER TABLE public.d1 ADD COLUMN gone integer NOT NULL;

-- 10. CREATE column public.d2.gone, DATA_DEPENDENT
ALTER TABLE public.d2 ADD COLUMN gone integer NOT NULL;

-- 11. CREATE index public.d_wider_gone, OUTSIDE
CREATE INDEX CONCURRENTLY d_wider_gone ON public.d_wider USING btree (gone);

-- 12. DROP column public.e_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.e_keeps.gone
ALTER TABLE public.e_keeps DROP COLUMN gone;

-- 13. CREATE column public.e.gone
CREATE SEQUENCE public.e_gone_plumbline_seq AS integer;
ALTER TABLE public.e ADD COLUMN gone integer DEFAULT pg_catalog.nextval('public.e_gone_plumbline_seq'::pg_catalog.regclass) NOT NULL;
ALTER TABLE public.e ALTER COLUMN gone DROP DEFAULT;
ALTER TABLE public.e ALTER COLUMN gone ADD GENERATED BY DEFAULT AS IDENTITY;
SELECT pg_catalog.setval('public.e_gone_seq', last_value, is_called) FROM public.e_gone_plumbline_seq;
DROP SEQUENCE public.e_gone_plumbline_seq;
