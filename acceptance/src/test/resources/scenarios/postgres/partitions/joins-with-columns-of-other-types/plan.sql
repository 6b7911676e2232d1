-- 1. ALTER table app.keyed_0
ALTER TABLE app.keyed_0 RENAME CONSTRAINT keyed_0_id_not_null TO keyed_id_not_null;

-- 2. ALTER table app.orders_east
ALTER TABLE app.orders_east ADD CONSTRAINT orders_east_plumbline_bounds CHECK (((region IS NOT NULL) AND (region = 1))) NOT VALID;

-- 3. ALTER table app.orders_east, ALONE, DATA_DEPENDENT
ALTER TABLE app.orders_east VALIDATE CONSTRAINT orders_east_plumbline_bounds;

-- 4. ALTER table app.orders_east
ALTER TABLE app.orders_east RENAME CONSTRAINT orders_east_region_not_null TO orders_region_not_null;

-- 5. ALTER table app.rekeyed_1, IRREVERSIBLE; loses the reverse cannot convert every value
ALTER TABLE app.rekeyed DETACH PARTITION app.rekeyed_1;

-- 6. ALTER table app.stays_1
ALTER TABLE app.stays_1 ADD CONSTRAINT stays_1_plumbline_bounds CHECK (((id IS NOT NULL) AND (id = 1))) NOT VALID;

-- 7. ALTER table app.stays_1, ALONE, DATA_DEPENDENT
ALTER TABLE app.stays_1 VALIDATE CONSTRAINT stays_1_plumbline_bounds;

-- 8. ALTER table app.stays_1
ALTER TABLE app.stays_1 RENAME CONSTRAINT stays_1_id_not_null TO stays_id_not_null;

-- 9. ALTER table app.visits_new
ALTER TABLE app.visits_new ADD CONSTRAINT visits_new_plumbline_bounds CHECK (((day IS NOT NULL) AND (day >= '2021-01-01'::date) AND (day < '2022-01-01'::date))) NOT VALID;

-- 10. ALTER table app.visits_new, ALONE, DATA_DEPENDENT
ALTER TABLE app.visits_new VALIDATE CONSTRAINT visits_new_plumbline_bounds;

-- 11. ALTER table app.visits_new
ALTER TABLE app.visits_new RENAME CONSTRAINT visits_new_day_not_null TO visits_day_not_null;

-- 12. ALTER table app.wanderer
ALTER TABLE app.wanderer ADD CONSTRAINT wanderer_plumbline_bounds CHECK (((id IS NOT NULL) AND (id = 1))) NOT VALID;

-- 13. ALTER table app.wanderer, ALONE, DATA_DEPENDENT
ALTER TABLE app.wanderer VALIDATE CONSTRAINT wanderer_plumbline_bounds;

-- 14. ALTER table app.wanderer
ALTER TABLE app.left_side DETACH PARTITION app.wanderer;
ALTER TABLE app.wanderer RENAME CONSTRAINT left_side_id_not_null TO right_side_id_not_null;

-- 15. ALTER column app.keyed_0.id, DATA_DEPENDENT REWRITE
ALTER TABLE app.keyed_0 ALTER COLUMN id TYPE bigint USING id::bigint;

-- 16. ALTER table app.keyed_0, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE app.keyed ATTACH PARTITION app.keyed_0 FOR VALUES WITH (modulus 2, remainder 0);

-- 17. ALTER column app.orders_east.amount, DATA_DEPENDENT REWRITE
ALTER TABLE app.orders_east ALTER COLUMN amount TYPE numeric(12,2) USING amount::numeric(12,2);

-- 18. ALTER column app.rekeyed_1.id, DATA_DEPENDENT REWRITE
ALTER TABLE app.rekeyed_1 ALTER COLUMN id TYPE timestamp(3) without time zone USING id::text::timestamp(3) without time zone;

-- 19. ALTER column app.stays.at
ALTER TABLE app.stays ADD CONSTRAINT stays_at_not_null NOT NULL at NOT VALID;

-- 20. ALTER column app.stays.at, ALONE, DATA_DEPENDENT
ALTER TABLE app.stays VALIDATE CONSTRAINT stays_at_not_null;

-- 21. ALTER column app.stays_1.at
ALTER TABLE app.stays_1 ADD CONSTRAINT stays_at_not_null NOT NULL at NOT VALID;

-- 22. ALTER column app.stays_1.at, ALONE, DATA_DEPENDENT
ALTER TABLE app.stays_1 VALIDATE CONSTRAINT stays_at_not_null;

-- 23. ALTER table app.stays_1, DATA_DEPENDENT
ALTER TABLE app.stays ATTACH PARTITION app.stays_1 FOR VALUES IN (1);
ALTER TABLE app.stays_1 DROP CONSTRAINT stays_1_plumbline_bounds;

-- 24. ALTER column app.visits.hits, DATA_DEPENDENT REWRITE
ALTER TABLE app.visits ALTER COLUMN hits TYPE bigint USING hits::bigint;

-- 25. ALTER column app.visits_new.hits, DATA_DEPENDENT REWRITE
ALTER TABLE app.visits_new ALTER COLUMN hits TYPE bigint USING hits::bigint;

-- 26. ALTER table app.visits_new, DATA_DEPENDENT
ALTER TABLE app.visits ATTACH PARTITION app.visits_new FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
ALTER TABLE app.visits_new DROP CONSTRAINT visits_new_plumbline_bounds;

-- 27. ALTER column app.wanderer.code, DATA_DEPENDENT
ALTER TABLE app.wanderer ALTER COLUMN code TYPE text COLLATE pg_catalog."C" USING code::text;

-- 28. ALTER table app.wanderer, DATA_DEPENDENT
ALTER TABLE app.right_side ATTACH PARTITION app.wanderer FOR VALUES IN (1);
ALTER TABLE app.wanderer DROP CONSTRAINT wanderer_plumbline_bounds;

-- 29. DROP column default app.orders_east.note
ALTER TABLE app.orders_east ALTER COLUMN note DROP DEFAULT;

-- 30. ALTER column app.orders_east.note, DATA_DEPENDENT
ALTER TABLE app.orders_east ALTER COLUMN note TYPE text USING note::text;

-- 31. ALTER table app.orders_east, DATA_DEPENDENT
ALTER TABLE app.orders ATTACH PARTITION app.orders_east FOR VALUES IN (1);
ALTER TABLE app.orders_east DROP CONSTRAINT orders_east_plumbline_bounds;

-- 32. CREATE column default app.orders_east.note
ALTER TABLE app.orders_east ALTER COLUMN note SET DEFAULT 'none'::text;

-- 33. DROP table app.rekeyed
DROP TABLE app.rekeyed;

-- 34. CREATE table app.rekeyed
CREATE TABLE app.rekeyed (
    id timestamp(3) without time zone,
    at date CONSTRAINT rekeyed_at_not_null NOT NULL
) PARTITION BY LIST (id);

-- reverse

-- 1. ALTER table app.keyed_0, OUTSIDE
ALTER TABLE app.keyed DETACH PARTITION app.keyed_0 CONCURRENTLY;

-- 2. ALTER table app.keyed_0
ALTER TABLE app.keyed_0 DROP CONSTRAINT IF EXISTS keyed_0_id_check;
ALTER TABLE app.keyed_0 RENAME CONSTRAINT keyed_id_not_null TO keyed_0_id_not_null;

-- 3. ALTER table app.orders_east, OUTSIDE
ALTER TABLE app.orders DETACH PARTITION app.orders_east CONCURRENTLY;

-- 4. ALTER table app.orders_east
ALTER TABLE app.orders_east DROP CONSTRAINT IF EXISTS orders_east_region_check;
ALTER TABLE app.orders_east RENAME CONSTRAINT orders_region_not_null TO orders_east_region_not_null;

-- 5. ALTER table app.stays_1, OUTSIDE
ALTER TABLE app.stays DETACH PARTITION app.stays_1 CONCURRENTLY;

-- 6. ALTER table app.stays_1
ALTER TABLE app.stays_1 DROP CONSTRAINT IF EXISTS stays_1_id_check;
ALTER TABLE app.stays_1 RENAME CONSTRAINT stays_id_not_null TO stays_1_id_not_null;

-- 7. ALTER table app.visits_new, OUTSIDE
ALTER TABLE app.visits DETACH PARTITION app.visits_new CONCURRENTLY;

-- 8. ALTER table app.visits_new
ALTER TABLE app.visits_new DROP CONSTRAINT IF EXISTS visits_new_day_check;
ALTER TABLE app.visits_new RENAME CONSTRAINT visits_day_not_null TO visits_new_day_not_null;

-- 9. ALTER table app.wanderer
ALTER TABLE app.wanderer ADD CONSTRAINT wanderer_plumbline_bounds CHECK (((id IS NOT NULL) AND (id = 1))) NOT VALID;

-- 10. ALTER table app.wanderer, ALONE, DATA_DEPENDENT
ALTER TABLE app.wanderer VALIDATE CONSTRAINT wanderer_plumbline_bounds;

-- 11. ALTER table app.wanderer
ALTER TABLE app.right_side DETACH PARTITION app.wanderer;
ALTER TABLE app.wanderer RENAME CONSTRAINT right_side_id_not_null TO left_side_id_not_null;

-- 12. ALTER column app.keyed_0.id, DATA_DEPENDENT
ALTER TABLE app.keyed_0 ALTER COLUMN id TYPE integer USING id::integer;

-- 13. ALTER column app.orders_east.amount, DATA_DEPENDENT
ALTER TABLE app.orders_east ALTER COLUMN amount TYPE integer USING amount::integer;

-- 14. ALTER column app.stays.at
ALTER TABLE app.stays ALTER COLUMN at DROP NOT NULL;

-- 15. ALTER column app.stays_1.at
ALTER TABLE app.stays_1 ALTER COLUMN at DROP NOT NULL;

-- 16. ALTER column app.visits.hits, DATA_DEPENDENT
ALTER TABLE app.visits ALTER COLUMN hits TYPE integer USING hits::integer;

-- 17. ALTER column app.visits_new.hits, DATA_DEPENDENT
ALTER TABLE app.visits_new ALTER COLUMN hits TYPE integer USING hits::integer;

-- 18. ALTER column app.wanderer.code, DATA_DEPENDENT
ALTER TABLE app.wanderer ALTER COLUMN code TYPE character varying(5) USING code::character varying(5);

-- 19. ALTER table app.wanderer, DATA_DEPENDENT
ALTER TABLE app.left_side ATTACH PARTITION app.wanderer FOR VALUES IN (1);
ALTER TABLE app.wanderer DROP CONSTRAINT wanderer_plumbline_bounds;

-- 20. DROP column default app.orders_east.note
ALTER TABLE app.orders_east ALTER COLUMN note DROP DEFAULT;

-- 21. ALTER column app.orders_east.note, DATA_DEPENDENT
ALTER TABLE app.orders_east ALTER COLUMN note TYPE character varying(20) USING note::character varying(20);

-- 22. CREATE column default app.orders_east.note
ALTER TABLE app.orders_east ALTER COLUMN note SET DEFAULT 'none'::character varying;

-- 23. DROP table app.rekeyed
DROP TABLE app.rekeyed;

-- 24. CREATE table app.rekeyed
CREATE TABLE app.rekeyed (
    id integer,
    at date CONSTRAINT rekeyed_at_not_null NOT NULL
) PARTITION BY LIST (id);

-- 25. ALTER column app.rekeyed_1.id, DATA_DEPENDENT
ALTER TABLE app.rekeyed_1 ALTER COLUMN id TYPE integer USING id::text::integer;

-- 26. ALTER table app.rekeyed_1, DATA_DEPENDENT
ALTER TABLE app.rekeyed ATTACH PARTITION app.rekeyed_1 FOR VALUES IN (1);
