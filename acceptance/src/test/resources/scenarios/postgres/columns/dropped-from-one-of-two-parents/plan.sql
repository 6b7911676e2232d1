-- 1. ALTER table public.f_loses
ALTER TABLE public.f_loses NO INHERIT public.f2;

-- 2. DROP column public.f1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.f1.gone
ALTER TABLE public.f1 DROP COLUMN gone;

-- 3. DROP column public.a1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.a1.gone
CREATE TABLE public.a1_plumbline_heirs (gone integer);
ALTER TABLE public.a_keeps INHERIT public.a1_plumbline_heirs;
ALTER TABLE public.a1 DROP COLUMN gone;
ALTER TABLE public.a_keeps NO INHERIT public.a1_plumbline_heirs;
DROP TABLE public.a1_plumbline_heirs;

-- 4. DROP column public.a2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.a2.gone
ALTER TABLE public.a2 DROP COLUMN gone;

-- 5. DROP column public.b1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.b1.gone
CREATE TABLE public.b1_plumbline_heirs (gone integer);
ALTER TABLE public.b_below INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b_keeps1 INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b1 DROP COLUMN gone;
ALTER TABLE public.b_below NO INHERIT public.b1_plumbline_heirs;
ALTER TABLE public.b_keeps1 NO INHERIT public.b1_plumbline_heirs;
DROP TABLE public.b1_plumbline_heirs;

-- 6. DROP column public.b2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.b2.gone
CREATE TABLE public.b2_plumbline_heirs (gone integer);
ALTER TABLE public.b_below INHERIT public.b2_plumbline_heirs;
ALTER TABLE public.b_keeps2 INHERIT public.b2_plumbline_heirs;
ALTER TABLE public.b2 DROP COLUMN gone;
ALTER TABLE public.b_below NO INHERIT public.b2_plumbline_heirs;
ALTER TABLE public.b_keeps2 NO INHERIT public.b2_plumbline_heirs;
DROP TABLE public.b2_plumbline_heirs;

-- 7. DROP column public.c2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.c2.gone
ALTER TABLE ONLY public.c2 DROP COLUMN gone;

-- 8. DROP column public.c1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.c1.gone
ALTER TABLE ONLY public.c1 DROP COLUMN gone;
ALTER TABLE public.c_loses DROP COLUMN gone;

-- 9. DROP column public.d1.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.d1.stays
CREATE TABLE public.d1_plumbline_heirs (stays integer);
ALTER TABLE public.d_keeps INHERIT public.d1_plumbline_heirs;
ALTER TABLE public.d1 DROP COLUMN stays;
ALTER TABLE public.d_keeps NO INHERIT public.d1_plumbline_heirs;
DROP TABLE public.d1_plumbline_heirs;

-- 10. DROP column public.e1.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.e1.stays
ALTER TABLE public.e1 DROP COLUMN stays;

-- 11. DROP column public.g1.gone, BEGINS, DATA_LOSS IRREVERSIBLE; loses the values of column public.g1.gone
ALTER TABLE public.g1 DROP COLUMN gone;

-- 12. DROP column public.g2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.g2.gone
ALTER TABLE public.g2 DROP COLUMN gone;
ALTER TABLE ONLY public.g_loses DROP COLUMN gone;
ALTER TABLE public.g_below DROP COLUMN gone;

-- 13. DROP column public.h1.gone
CREATE TABLE public.h1_plumbline_heirs (LIKE public.h1 INCLUDING GENERATED);
ALTER TABLE public.h_keeps INHERIT public.h1_plumbline_heirs;
ALTER TABLE public.h1 DROP COLUMN gone;
ALTER TABLE public.h_keeps NO INHERIT public.h1_plumbline_heirs;
DROP TABLE public.h1_plumbline_heirs;

-- 14. DROP column public.h2.gone
ALTER TABLE public.h2 DROP COLUMN gone;

-- reverse

-- 1. CREATE column public.f1.gone
ALTER TABLE public.f1 ADD COLUMN gone integer;

-- 2. ALTER table public.f_loses
ALTER TABLE public.f_loses INHERIT public.f2;

-- 3. CREATE column public.a2.gone
ALTER TABLE public.a2 ADD COLUMN gone integer;

-- 4. DROP column public.a_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.a_keeps.gone
ALTER TABLE public.a_keeps DROP COLUMN gone;

-- 5. CREATE column public.a1.gone
ALTER TABLE public.a1 ADD COLUMN gone integer;

-- 6. CREATE column public.e1.stays
ALTER TABLE public.e1 ADD COLUMN stays integer;

-- 7. CREATE column public.g_below.gone, BEGINS
ALTER TABLE public.g_below ADD COLUMN gone integer;

-- 8. DROP column public.g_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.g_keeps.gone
ALTER TABLE public.g_keeps DROP COLUMN gone;

-- 9. CREATE column public.g_loses.gone
ALTER TABLE public.g_loses ADD COLUMN gone integer;

-- 10. CREATE column public.g1.gone
ALTER TABLE public.g1 ADD COLUMN gone integer;

-- 11. CREATE column public.g2.gone
ALTER TABLE public.g2 ADD COLUMN gone integer;

-- 12. CREATE column public.h2.gone
ALTER TABLE public.h2 ADD COLUMN gone integer GENERATED ALWAYS AS ((id * 2)) STORED;

-- 13. DROP column public.h_keeps.gone
ALTER TABLE public.h_keeps DROP COLUMN gone;

-- 14. CREATE column public.h1.gone
ALTER TABLE public.h1 ADD COLUMN gone integer GENERATED ALWAYS AS ((id * 2)) STORED;

-- 15. DROP column public.b_below.gone, BEGINS, DATA_LOSS IRREVERSIBLE; loses the values of column public.b_below.gone
ALTER TABLE public.b_below DROP COLUMN gone;

-- 16. DROP column public.b_keeps1.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.b_keeps1.gone
ALTER TABLE public.b_keeps1 DROP COLUMN gone;

-- 17. CREATE column public.b1.gone
ALTER TABLE public.b1 ADD COLUMN gone integer;

-- 18. DROP column public.b_keeps2.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.b_keeps2.gone
ALTER TABLE public.b_keeps2 DROP COLUMN gone;

-- 19. CREATE column public.b2.gone
ALTER TABLE public.b2 ADD COLUMN gone integer;

-- 20. DROP column public.c_keeps.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.c_keeps.gone
ALTER TABLE public.c_keeps DROP COLUMN gone;

-- 21. CREATE column public.c1.gone
ALTER TABLE public.c1 ADD COLUMN gone integer;

-- 22. CREATE column public.c2.gone
ALTER TABLE public.c2 ADD COLUMN gone integer;

-- 23. DROP column public.d_keeps.stays, DATA_LOSS IRREVERSIBLE; loses the values of column public.d_keeps.stays
ALTER TABLE public.d_keeps DROP COLUMN stays;

-- 24. CREATE column public.d1.stays
ALTER TABLE public.d1 ADD COLUMN stays integer;
