-- 1. CREATE table public.fresh
CREATE TABLE public.fresh (
    id integer,
    name text
);
ALTER TABLE public.fresh ADD NOT NULL name NOT VALID;

-- 2. CREATE table public.fresh_child
CREATE TABLE public.fresh_child () INHERITS (public.fresh);

-- 3. CREATE table public.fresh_child_below
CREATE TABLE public.fresh_child_below () INHERITS (public.fresh_child);

-- 4. CREATE table public.fresh_proven
CREATE TABLE public.fresh_proven () INHERITS (public.fresh);

-- 5. ALTER table public.joins
ALTER TABLE public.joins ADD CONSTRAINT joins_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 20) AND (id < 30))) NOT VALID;

-- 6. ALTER table public.joins, ALONE, DATA_DEPENDENT
ALTER TABLE public.joins VALIDATE CONSTRAINT joins_plumbline_bounds;

-- 7. ALTER table public.leaves, OUTSIDE
ALTER TABLE public.events DETACH PARTITION public.leaves CONCURRENTLY;

-- 8. ALTER table public.leaves
ALTER TABLE public.leaves DROP CONSTRAINT IF EXISTS leaves_id_check;

-- 9. CREATE table public.events_4
CREATE TABLE public.events_4 PARTITION OF public.events FOR VALUES FROM (40) TO (50);

-- 10. ALTER column public.doubted.name
ALTER TABLE public.doubted ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.doubted ADD NOT NULL name NOT VALID;

-- 11. ALTER column public.events.at
ALTER TABLE public.events ALTER COLUMN at DROP NOT NULL;
ALTER TABLE public.events ADD CONSTRAINT at_there NOT NULL at NOT VALID;

-- 12. ALTER column public.events_1.at, ALONE, DATA_DEPENDENT
ALTER TABLE public.events_1 VALIDATE CONSTRAINT at_there;

-- 13. ALTER column public.events_2.note
ALTER TABLE public.events_2 ALTER COLUMN note DROP NOT NULL;

-- 14. ALTER column public.fresh.name
ALTER TABLE public.fresh ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.fresh ADD NOT NULL name NOT VALID;

-- 15. ALTER column public.fresh_proven.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.fresh_proven VALIDATE CONSTRAINT fresh_name_not_null;

-- 16. ALTER column public.gained.name
ALTER TABLE public.gained ADD CONSTRAINT name_given NOT NULL name NOT VALID;

-- 17. ALTER column public.gained_proven.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.gained_proven VALIDATE CONSTRAINT name_given;

-- 18. ALTER column public.joins.at
ALTER TABLE public.joins ADD CONSTRAINT at_there NOT NULL at NOT VALID;

-- 19. ALTER table public.joins, DATA_DEPENDENT
ALTER TABLE public.events ATTACH PARTITION public.joins FOR VALUES FROM (20) TO (30);
ALTER TABLE public.joins DROP CONSTRAINT joins_plumbline_bounds;

-- 20. ALTER column public.lost.name
ALTER TABLE public.lost ALTER COLUMN name DROP NOT NULL;

-- 21. ALTER column public.partly.name
ALTER TABLE public.partly ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.partly_two ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.partly ADD NOT NULL name NOT VALID;

-- 22. ALTER column public.partly_one.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.partly_one VALIDATE CONSTRAINT partly_name_not_null;

-- 23. ALTER column public.proven.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.proven VALIDATE CONSTRAINT name_there;

-- reverse

-- 1. ALTER table public.events_4, OUTSIDE
ALTER TABLE public.events DETACH PARTITION public.events_4 CONCURRENTLY;

-- 2. ALTER table public.joins, OUTSIDE
ALTER TABLE public.events DETACH PARTITION public.joins CONCURRENTLY;

-- 3. ALTER table public.joins
ALTER TABLE public.joins DROP CONSTRAINT IF EXISTS joins_id_check;

-- 4. ALTER table public.leaves
ALTER TABLE public.leaves ADD CONSTRAINT leaves_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 30) AND (id < 40))) NOT VALID;

-- 5. ALTER table public.leaves, ALONE, DATA_DEPENDENT
ALTER TABLE public.leaves VALIDATE CONSTRAINT leaves_plumbline_bounds;

-- 6. ALTER column public.doubted.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.doubted VALIDATE CONSTRAINT doubted_name_not_null;

-- 7. ALTER column public.events.at
ALTER TABLE public.events ALTER COLUMN at DROP NOT NULL;
ALTER TABLE public.events_1 ALTER COLUMN at DROP NOT NULL;
ALTER TABLE public.events ADD CONSTRAINT at_there NOT NULL at NOT VALID;

-- 8. ALTER column public.events_2.note
ALTER TABLE public.events_2 ADD CONSTRAINT noted NOT NULL note NOT VALID;

-- 9. ALTER column public.gained.name
ALTER TABLE public.gained ALTER COLUMN name DROP NOT NULL;

-- 10. ALTER column public.joins.at
ALTER TABLE public.joins ALTER COLUMN at DROP NOT NULL;

-- 11. ALTER column public.lost.name
ALTER TABLE public.lost ADD NOT NULL name NOT VALID;

-- 12. ALTER column public.partly.name
ALTER TABLE public.partly ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.partly_one ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.partly ADD NOT NULL name NOT VALID;

-- 13. ALTER column public.partly_two.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.partly_two VALIDATE CONSTRAINT partly_name_not_null;

-- 14. ALTER column public.proven.name
ALTER TABLE public.proven ALTER COLUMN name DROP NOT NULL;
ALTER TABLE public.proven ADD CONSTRAINT name_there NOT NULL name NOT VALID;

-- 15. DROP table public.events_4, DATA_LOSS IRREVERSIBLE; loses the rows of table public.events_4
DROP TABLE public.events_4;

-- 16. ALTER table public.leaves, DATA_DEPENDENT
ALTER TABLE public.events ATTACH PARTITION public.leaves FOR VALUES FROM (30) TO (40);
ALTER TABLE public.leaves DROP CONSTRAINT leaves_plumbline_bounds;

-- 17. DROP table public.fresh_child_below, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh_child_below
DROP TABLE public.fresh_child_below;

-- 18. DROP table public.fresh_child, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh_child
DROP TABLE public.fresh_child;

-- 19. DROP table public.fresh_proven, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh_proven
DROP TABLE public.fresh_proven;

-- 20. DROP table public.fresh, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh
DROP TABLE public.fresh;
