-- 1. ALTER table public.b_1
ALTER TABLE public.b_1 ADD CONSTRAINT b_1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 20))) NOT VALID;

-- 2. ALTER table public.b_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.b_1 VALIDATE CONSTRAINT b_1_plumbline_bounds;

-- 3. ALTER table public.b_2
ALTER TABLE public.b_2 ADD CONSTRAINT b_2_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 20) AND (id < 40))) NOT VALID;

-- 4. ALTER table public.b_2, ALONE, DATA_DEPENDENT
ALTER TABLE public.b_2 VALIDATE CONSTRAINT b_2_plumbline_bounds;

-- 5. ALTER table public.b_1
ALTER TABLE public.b DETACH PARTITION public.b_1;

-- 6. ALTER table public.b_1, DATA_DEPENDENT
ALTER TABLE public.b ATTACH PARTITION public.b_1 FOR VALUES FROM (0) TO (20);
ALTER TABLE public.b_1 DROP CONSTRAINT b_1_plumbline_bounds;

-- 7. ALTER table public.b_2, DATA_DEPENDENT
ALTER TABLE public.b ATTACH PARTITION public.b_2 FOR VALUES FROM (20) TO (40);
ALTER TABLE public.b_2 DROP CONSTRAINT b_2_plumbline_bounds;

-- 8. ALTER table public.h_1
ALTER TABLE public.h_1 ADD CONSTRAINT h_1_plumbline_bounds CHECK (satisfies_hash_partition('public."H"'::regclass, 2, 1, id)) NOT VALID;

-- 9. ALTER table public.h_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.h_1 VALIDATE CONSTRAINT h_1_plumbline_bounds;

-- 10. ALTER table public.h_1, DATA_DEPENDENT
ALTER TABLE public."H" ATTACH PARTITION public.h_1 FOR VALUES WITH (modulus 2, remainder 1);
ALTER TABLE public.h_1 DROP CONSTRAINT h_1_plumbline_bounds;

-- 11. ALTER table public.l_1_eu
ALTER TABLE public.l_1_eu ADD CONSTRAINT l_1_eu_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 1000) AND (region IS NOT NULL) AND ((region)::text = ANY (ARRAY['de'::character varying(9), 'fr'::character varying(9)])))) NOT VALID;

-- 12. ALTER table public.l_1_eu, ALONE, DATA_DEPENDENT
ALTER TABLE public.l_1_eu VALIDATE CONSTRAINT l_1_eu_plumbline_bounds;

-- 13. ALTER table public.l_1_none
ALTER TABLE public.l_1_none ADD CONSTRAINT l_1_none_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 1000) AND ((region IS NULL) OR ((region)::text = 'x'::character varying(9))))) NOT VALID;

-- 14. ALTER table public.l_1_none, ALONE, DATA_DEPENDENT
ALTER TABLE public.l_1_none VALIDATE CONSTRAINT l_1_none_plumbline_bounds;

-- 15. ALTER table public.l_1_rest
ALTER TABLE public.l_1_rest ADD CONSTRAINT l_1_rest_plumbline_bounds CHECK ((NOT ((region IS NOT NULL) AND ((region)::text = ANY (ARRAY['de'::character varying(9), 'fr'::character varying(9)])))) AND (NOT (((region IS NULL) OR ((region)::text = 'x'::character varying(9)))))) NOT VALID;

-- 16. ALTER table public.l_1_rest, ALONE, DATA_DEPENDENT
ALTER TABLE public.l_1_rest VALIDATE CONSTRAINT l_1_rest_plumbline_bounds;

-- 17. ALTER table public.l_1_eu, DATA_DEPENDENT
ALTER TABLE public.l_1 ATTACH PARTITION public.l_1_eu FOR VALUES IN ('de', 'fr');
ALTER TABLE public.l_1_eu DROP CONSTRAINT l_1_eu_plumbline_bounds;

-- 18. ALTER table public.l_1_none, DATA_DEPENDENT
ALTER TABLE public.l_1 ATTACH PARTITION public.l_1_none FOR VALUES IN (NULL, 'x');
ALTER TABLE public.l_1_none DROP CONSTRAINT l_1_none_plumbline_bounds;

-- 19. ALTER table public.l_1_rest
ALTER TABLE public.l_1_rest DROP CONSTRAINT l_1_rest_plumbline_bounds;

-- 20. ALTER table public.m_high
ALTER TABLE public.m_high ADD CONSTRAINT m_high_plumbline_bounds CHECK (((a IS NOT NULL) AND (b IS NOT NULL) AND (a >= 5))) NOT VALID;

-- 21. ALTER table public.m_high, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_high VALIDATE CONSTRAINT m_high_plumbline_bounds;

-- 22. ALTER table public.m_low
ALTER TABLE public.m_low ADD CONSTRAINT m_low_plumbline_bounds CHECK (((a IS NOT NULL) AND (b IS NOT NULL) AND ((a < 1) OR ((a = 1) AND (b < 'a''b'::text))))) NOT VALID;

-- 23. ALTER table public.m_low, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_low VALIDATE CONSTRAINT m_low_plumbline_bounds;

-- 24. ALTER table public.m_mid
ALTER TABLE public.m_mid ADD CONSTRAINT m_mid_plumbline_bounds CHECK (((a IS NOT NULL) AND (b IS NOT NULL) AND ((a > 1) OR ((a = 1) AND (b >= 'a''b'::text))) AND (a < 5))) NOT VALID;

-- 25. ALTER table public.m_mid, ALONE, DATA_DEPENDENT
ALTER TABLE public.m_mid VALIDATE CONSTRAINT m_mid_plumbline_bounds;

-- 26. ALTER table public.m_high, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_high FOR VALUES FROM (5, MINVALUE) TO (MAXVALUE, MAXVALUE);
ALTER TABLE public.m_high DROP CONSTRAINT m_high_plumbline_bounds;

-- 27. ALTER table public.m_low, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_low FOR VALUES FROM (MINVALUE, MINVALUE) TO (1, 'a''b');
ALTER TABLE public.m_low DROP CONSTRAINT m_low_plumbline_bounds;

-- 28. ALTER table public.m_mid, DATA_DEPENDENT
ALTER TABLE public.m ATTACH PARTITION public.m_mid FOR VALUES FROM (1, 'a''b') TO (5, MINVALUE);
ALTER TABLE public.m_mid DROP CONSTRAINT m_mid_plumbline_bounds;

-- 29. ALTER table public.r_25
ALTER TABLE public.r_25 ADD CONSTRAINT r_25_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2025-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2026-01-01 00:00:00+00'::timestamp with time zone))) NOT VALID;

-- 30. ALTER table public.r_25, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_25 VALIDATE CONSTRAINT r_25_plumbline_bounds;

-- 31. ALTER table public.r_26
ALTER TABLE public.r_26 ADD CONSTRAINT r_26_plumbline_bounds CHECK (((at IS NOT NULL) AND (at >= '2026-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2027-01-01 00:00:00+00'::timestamp with time zone))) NOT VALID;

-- 32. ALTER table public.r_26, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_26 VALIDATE CONSTRAINT r_26_plumbline_bounds;

-- 33. ALTER table public.r_rest
ALTER TABLE public.r_rest ADD CONSTRAINT r_rest_plumbline_bounds CHECK ((NOT (((at IS NOT NULL) AND (at >= '2025-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2026-01-01 00:00:00+00'::timestamp with time zone)))) AND (NOT (((at IS NOT NULL) AND (at >= '2026-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2027-01-01 00:00:00+00'::timestamp with time zone)))) AND (NOT (((at IS NOT NULL) AND (at >= '2027-01-01 00:00:00+00'::timestamp with time zone) AND (at < '2028-01-01 00:00:00+00'::timestamp with time zone))))) NOT VALID;

-- 34. ALTER table public.r_rest, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_rest VALIDATE CONSTRAINT r_rest_plumbline_bounds;

-- 35. ALTER table public.r_26
ALTER TABLE public.r_26 RENAME CONSTRAINT r_26_at_not_null TO r_at_not_null;
ALTER TABLE public.r_26 RENAME CONSTRAINT r_26_id_not_null TO r_id_not_null;

-- 36. CREATE table public.r_27
CREATE TABLE public.r_27 PARTITION OF public.r FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');

-- 37. ALTER column public.r_25.at
ALTER TABLE public.r_25 ADD CONSTRAINT r_at_not_null NOT NULL at NOT VALID;

-- 38. ALTER column public.r_25.id
ALTER TABLE public.r_25 ADD CONSTRAINT r_id_not_null NOT NULL id NOT VALID;

-- 39. ALTER column public.r_25.at, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_25 VALIDATE CONSTRAINT r_at_not_null, VALIDATE CONSTRAINT r_id_not_null;

-- 40. CREATE index public.r_25_o_id_idx, OUTSIDE
CREATE INDEX CONCURRENTLY r_25_o_id_idx ON public.r_25 USING btree (o_id);

-- 41. CREATE index public.r_26_o_id_idx, OUTSIDE
CREATE INDEX CONCURRENTLY r_26_o_id_idx ON public.r_26 USING btree (o_id);

-- 42. ALTER table public.r_26, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r_26 FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00');
ALTER TABLE public.r_26 DROP CONSTRAINT r_26_plumbline_bounds;

-- 43. CREATE constraint public.r_25.r_25_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY r_25_pkey ON public.r_25 USING btree (id, at);

-- 44. CREATE constraint public.r_25.r_25_pkey
ALTER TABLE public.r_25 ADD CONSTRAINT r_25_pkey PRIMARY KEY USING INDEX r_25_pkey;

-- 45. CREATE constraint public.r_25.r_o
ALTER TABLE public.r_25 ADD CONSTRAINT r_o FOREIGN KEY (o_id) REFERENCES public.o(id) NOT VALID;

-- 46. ALTER constraint public.r_25.r_o, ALONE, DATA_DEPENDENT
ALTER TABLE public.r_25 VALIDATE CONSTRAINT r_o;

-- 47. ALTER table public.r_25, DATA_DEPENDENT
ALTER TABLE public.r ATTACH PARTITION public.r_25 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
ALTER TABLE public.r_25 DROP CONSTRAINT r_25_plumbline_bounds;

-- 48. ALTER table public.r_rest
ALTER TABLE public.r_rest DROP CONSTRAINT r_rest_plumbline_bounds;

-- reverse

-- 1. ALTER table public.b_1
ALTER TABLE public.b_1 ADD CONSTRAINT b_1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 10))) NOT VALID;

-- 2. ALTER table public.b_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.b_1 VALIDATE CONSTRAINT b_1_plumbline_bounds;

-- 3. ALTER table public.b_2, OUTSIDE
ALTER TABLE public.b DETACH PARTITION public.b_2 CONCURRENTLY;

-- 4. ALTER table public.b_1
ALTER TABLE public.b DETACH PARTITION public.b_1;

-- 5. ALTER table public.b_2
ALTER TABLE public.b_2 DROP CONSTRAINT IF EXISTS b_2_id_check;

-- 6. ALTER table public.b_1, DATA_DEPENDENT
ALTER TABLE public.b ATTACH PARTITION public.b_1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.b_1 DROP CONSTRAINT b_1_plumbline_bounds;

-- 7. ALTER table public.h_1, OUTSIDE
ALTER TABLE public."H" DETACH PARTITION public.h_1 CONCURRENTLY;

-- 8. ALTER table public.h_1
ALTER TABLE public.h_1 DROP CONSTRAINT IF EXISTS h_1_id_check;

-- 9. ALTER table public.l_1_eu
ALTER TABLE public.l_1 DETACH PARTITION public.l_1_eu;

-- 10. ALTER table public.l_1_none
ALTER TABLE public.l_1 DETACH PARTITION public.l_1_none;

-- 11. ALTER table public.m_high, OUTSIDE
ALTER TABLE public.m DETACH PARTITION public.m_high CONCURRENTLY;

-- 12. ALTER table public.m_high
ALTER TABLE public.m_high DROP CONSTRAINT IF EXISTS m_high_check;

-- 13. ALTER table public.m_low, OUTSIDE
ALTER TABLE public.m DETACH PARTITION public.m_low CONCURRENTLY;

-- 14. ALTER table public.m_low
ALTER TABLE public.m_low DROP CONSTRAINT IF EXISTS m_low_check;

-- 15. ALTER table public.m_mid, OUTSIDE
ALTER TABLE public.m DETACH PARTITION public.m_mid CONCURRENTLY;

-- 16. ALTER table public.m_mid
ALTER TABLE public.m_mid DROP CONSTRAINT IF EXISTS m_mid_check;

-- 17. ALTER table public.r_25
ALTER TABLE public.r DETACH PARTITION public.r_25;
DROP INDEX public.r_25_o_id_idx;
ALTER TABLE public.r_25 DROP CONSTRAINT r_25_pkey;
ALTER TABLE public.r_25 DROP CONSTRAINT r_o;

-- 18. ALTER table public.r_26
ALTER TABLE public.r DETACH PARTITION public.r_26;
DROP INDEX public.r_26_o_id_idx;
ALTER TABLE public.r_26 RENAME CONSTRAINT r_at_not_null TO r_26_at_not_null;
ALTER TABLE public.r_26 RENAME CONSTRAINT r_id_not_null TO r_26_id_not_null;

-- 19. ALTER column public.r_25.at
ALTER TABLE public.r_25 ALTER COLUMN at DROP NOT NULL;

-- 20. ALTER column public.r_25.id
ALTER TABLE public.r_25 ALTER COLUMN id DROP NOT NULL;

-- 21. DROP table public.r_27, DATA_LOSS IRREVERSIBLE; loses the rows of table public.r_27
DROP TABLE public.r_27;
