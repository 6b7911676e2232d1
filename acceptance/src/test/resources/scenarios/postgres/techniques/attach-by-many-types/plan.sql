-- 1. ALTER table public.bo_d
ALTER TABLE public.bo_d ADD CONSTRAINT bo_d_plumbline_bounds CHECK ((NOT (((b IS NULL) OR (b = true))))) NOT VALID;

-- 2. ALTER table public.bo_d, ALONE, DATA_DEPENDENT
ALTER TABLE public.bo_d VALIDATE CONSTRAINT bo_d_plumbline_bounds;

-- 3. ALTER table public.bo_t
ALTER TABLE public.bo_t ADD CONSTRAINT bo_t_plumbline_bounds CHECK (((b IS NULL) OR (b = true))) NOT VALID;

-- 4. ALTER table public.bo_t, ALONE, DATA_DEPENDENT
ALTER TABLE public.bo_t VALIDATE CONSTRAINT bo_t_plumbline_bounds;

-- 5. ALTER table public.bo_t, DATA_DEPENDENT
ALTER TABLE public.bo ATTACH PARTITION public.bo_t FOR VALUES IN (true, NULL);
ALTER TABLE public.bo_t DROP CONSTRAINT bo_t_plumbline_bounds;

-- 6. ALTER table public.bo_d
ALTER TABLE public.bo_d DROP CONSTRAINT bo_d_plumbline_bounds;

-- 7. ALTER table public.ch_1
ALTER TABLE public.ch_1 ADD CONSTRAINT ch_1_plumbline_bounds CHECK (((c IS NOT NULL) AND (c = ANY (ARRAY['a   '::character(4), 'b   '::character(4)])))) NOT VALID;

-- 8. ALTER table public.ch_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.ch_1 VALIDATE CONSTRAINT ch_1_plumbline_bounds;

-- 9. ALTER table public.ch_2
ALTER TABLE public.ch_2 ADD CONSTRAINT ch_2_plumbline_bounds CHECK (((c IS NOT NULL) AND (c = 'c   '::character(4)))) NOT VALID;

-- 10. ALTER table public.ch_2, ALONE, DATA_DEPENDENT
ALTER TABLE public.ch_2 VALIDATE CONSTRAINT ch_2_plumbline_bounds;

-- 11. ALTER table public.ch_d
ALTER TABLE public.ch_d ADD CONSTRAINT ch_d_plumbline_bounds CHECK ((NOT (((c IS NOT NULL) AND (c = ANY (ARRAY['a   '::character(4), 'b   '::character(4)]))))) AND (NOT (((c IS NOT NULL) AND (c = 'c   '::character(4)))))) NOT VALID;

-- 12. ALTER table public.ch_d, ALONE, DATA_DEPENDENT
ALTER TABLE public.ch_d VALIDATE CONSTRAINT ch_d_plumbline_bounds;

-- 13. ALTER table public.ch_1, DATA_DEPENDENT
ALTER TABLE public.ch ATTACH PARTITION public.ch_1 FOR VALUES IN ('a   ', 'b   ');
ALTER TABLE public.ch_1 DROP CONSTRAINT ch_1_plumbline_bounds;

-- 14. ALTER table public.ch_2, DATA_DEPENDENT
ALTER TABLE public.ch ATTACH PARTITION public.ch_2 FOR VALUES IN ('c   ');
ALTER TABLE public.ch_2 DROP CONSTRAINT ch_2_plumbline_bounds;

-- 15. ALTER table public.ch_d
ALTER TABLE public.ch_d DROP CONSTRAINT ch_d_plumbline_bounds;

-- 16. ALTER table public.ck_1
ALTER TABLE public.ck_1 ADD CONSTRAINT ck_1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 0) AND (id < 10))) NOT VALID;

-- 17. ALTER table public.ck_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.ck_1 VALIDATE CONSTRAINT ck_1_plumbline_bounds;

-- 18. ALTER table public.en_1
ALTER TABLE public.en_1 ADD CONSTRAINT en_1_plumbline_bounds CHECK (((c IS NOT NULL) AND (c = ANY (ARRAY['red'::public.color, 'blue'::public.color])))) NOT VALID;

-- 19. ALTER table public.en_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.en_1 VALIDATE CONSTRAINT en_1_plumbline_bounds;

-- 20. ALTER table public.en_d
ALTER TABLE public.en_d ADD CONSTRAINT en_d_plumbline_bounds CHECK ((NOT (((c IS NOT NULL) AND (c = ANY (ARRAY['red'::public.color, 'blue'::public.color])))))) NOT VALID;

-- 21. ALTER table public.en_d, ALONE, DATA_DEPENDENT
ALTER TABLE public.en_d VALIDATE CONSTRAINT en_d_plumbline_bounds;

-- 22. ALTER table public.en_1, DATA_DEPENDENT
ALTER TABLE public.en ATTACH PARTITION public.en_1 FOR VALUES IN ('red', 'blue');
ALTER TABLE public.en_1 DROP CONSTRAINT en_1_plumbline_bounds;

-- 23. ALTER table public.en_d
ALTER TABLE public.en_d DROP CONSTRAINT en_d_plumbline_bounds;

-- 24. ALTER table public.ex_1
ALTER TABLE public.ex_1 ADD CONSTRAINT ex_1_plumbline_bounds CHECK (((lower(s) IS NOT NULL) AND (v IS NOT NULL) AND ((lower(s) > 'a'::text COLLATE "C") OR ((lower(s) = 'a'::text COLLATE "C") AND ((v)::text >= 'b'::character varying(5)))) AND ((lower(s) < 'm'::text COLLATE "C") OR ((lower(s) = 'm'::text COLLATE "C") AND ((v)::text < 'x'::character varying(5)))))) NOT VALID;

-- 25. ALTER table public.ex_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.ex_1 VALIDATE CONSTRAINT ex_1_plumbline_bounds;

-- 26. ALTER table public.ex_d
ALTER TABLE public.ex_d ADD CONSTRAINT ex_d_plumbline_bounds CHECK ((NOT (((lower(s) IS NOT NULL) AND (v IS NOT NULL) AND ((lower(s) > 'a'::text COLLATE "C") OR ((lower(s) = 'a'::text COLLATE "C") AND ((v)::text >= 'b'::character varying(5)))) AND ((lower(s) < 'm'::text COLLATE "C") OR ((lower(s) = 'm'::text COLLATE "C") AND ((v)::text < 'x'::character varying(5)))))))) NOT VALID;

-- 27. ALTER table public.ex_d, ALONE, DATA_DEPENDENT
ALTER TABLE public.ex_d VALIDATE CONSTRAINT ex_d_plumbline_bounds;

-- 28. ALTER table public.ex_1, DATA_DEPENDENT
ALTER TABLE public.ex ATTACH PARTITION public.ex_1 FOR VALUES FROM ('a', 'b') TO ('m', 'x');
ALTER TABLE public.ex_1 DROP CONSTRAINT ex_1_plumbline_bounds;

-- 29. ALTER table public.ex_d
ALTER TABLE public.ex_d DROP CONSTRAINT ex_d_plumbline_bounds;

-- 30. ALTER table public.nm_1
ALTER TABLE public.nm_1 ADD CONSTRAINT nm_1_plumbline_bounds CHECK (((d IS NOT NULL) AND (t IS NOT NULL) AND ((d > 1.50::numeric(10,2)) OR ((d = 1.50::numeric(10,2)) AND (t >= '2024-01-01 00:00:00'::timestamp without time zone))) AND ((d < 9.00::numeric(10,2)) OR ((d = 9.00::numeric(10,2)) AND (t < '2024-01-01 12:00:00'::timestamp without time zone))))) NOT VALID;

-- 31. ALTER table public.nm_1, ALONE, DATA_DEPENDENT
ALTER TABLE public.nm_1 VALIDATE CONSTRAINT nm_1_plumbline_bounds;

-- 32. ALTER table public.nm_d
ALTER TABLE public.nm_d ADD CONSTRAINT nm_d_plumbline_bounds CHECK ((NOT (((d IS NOT NULL) AND (t IS NOT NULL) AND ((d > 1.50::numeric(10,2)) OR ((d = 1.50::numeric(10,2)) AND (t >= '2024-01-01 00:00:00'::timestamp without time zone))) AND ((d < 9.00::numeric(10,2)) OR ((d = 9.00::numeric(10,2)) AND (t < '2024-01-01 12:00:00'::timestamp without time zone))))))) NOT VALID;

-- 33. ALTER table public.nm_d, ALONE, DATA_DEPENDENT
ALTER TABLE public.nm_d VALIDATE CONSTRAINT nm_d_plumbline_bounds;

-- 34. ALTER table public.nm_1, DATA_DEPENDENT
ALTER TABLE public.nm ATTACH PARTITION public.nm_1 FOR VALUES FROM (1.50, '2024-01-01 00:00:00') TO (9.00, '2024-01-01 12:00:00');
ALTER TABLE public.nm_1 DROP CONSTRAINT nm_1_plumbline_bounds;

-- 35. ALTER table public.nm_d
ALTER TABLE public.nm_d DROP CONSTRAINT nm_d_plumbline_bounds;

-- 36. CREATE constraint public.ck_1.ck_n
ALTER TABLE public.ck_1 ADD CONSTRAINT ck_n CHECK ((n > 0)) NOT VALID;

-- 37. ALTER constraint public.ck_1.ck_n, ALONE, DATA_DEPENDENT
ALTER TABLE public.ck_1 VALIDATE CONSTRAINT ck_n;

-- 38. ALTER table public.ck_1, DATA_DEPENDENT
ALTER TABLE public.ck ATTACH PARTITION public.ck_1 FOR VALUES FROM (0) TO (10);
ALTER TABLE public.ck_1 DROP CONSTRAINT ck_1_plumbline_bounds;

-- reverse

-- 1. ALTER table public.bo_t
ALTER TABLE public.bo DETACH PARTITION public.bo_t;

-- 2. ALTER table public.ch_1
ALTER TABLE public.ch DETACH PARTITION public.ch_1;

-- 3. ALTER table public.ch_2
ALTER TABLE public.ch DETACH PARTITION public.ch_2;

-- 4. ALTER table public.ck_1, OUTSIDE
ALTER TABLE public.ck DETACH PARTITION public.ck_1 CONCURRENTLY;

-- 5. ALTER table public.ck_1
ALTER TABLE public.ck_1 DROP CONSTRAINT IF EXISTS ck_1_id_check;
ALTER TABLE public.ck_1 DROP CONSTRAINT ck_n;

-- 6. ALTER table public.en_1
ALTER TABLE public.en DETACH PARTITION public.en_1;

-- 7. ALTER table public.ex_1
ALTER TABLE public.ex DETACH PARTITION public.ex_1;

-- 8. ALTER table public.nm_1
ALTER TABLE public.nm DETACH PARTITION public.nm_1;
