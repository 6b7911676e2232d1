-- 1. ALTER table public.a_moves
CREATE TABLE public.a_moves_joins_plumbline_heirs (id integer, CONSTRAINT a1_id_not_null NOT NULL id);
ALTER TABLE public.a_moves INHERIT public.a_moves_joins_plumbline_heirs;
ALTER TABLE public.a_moves NO INHERIT public.a1;
ALTER TABLE public.a_moves_joins_plumbline_heirs RENAME CONSTRAINT a1_id_not_null TO a2_id_not_null;
ALTER TABLE public.a_moves_joins_plumbline_heirs ADD COLUMN weight integer DEFAULT 7 CONSTRAINT a2_weight_not_null NOT NULL;

-- 2. ALTER table public.a_moves
ALTER TABLE public.a_moves INHERIT public.a2;
ALTER TABLE public.a_moves NO INHERIT public.a_moves_joins_plumbline_heirs;
DROP TABLE public.a_moves_joins_plumbline_heirs;

-- 3. CREATE table public.b2
CREATE TABLE public.b2 (
    note text COLLATE pg_catalog."C",
    id integer
);

-- 4. ALTER table public.b_moves
CREATE TABLE public.b_moves_joins_plumbline_heirs (id integer, note text COLLATE pg_catalog."C");
ALTER TABLE public.b_moves INHERIT public.b_moves_joins_plumbline_heirs;
ALTER TABLE public.b_moves NO INHERIT public.b1;

-- 5. ALTER table public.b_moves
ALTER TABLE public.b_moves INHERIT public.b2;
ALTER TABLE public.b_moves NO INHERIT public.b_moves_joins_plumbline_heirs;
DROP TABLE public.b_moves_joins_plumbline_heirs;

-- 6. ALTER table public.c_joins
CREATE TABLE public.c_joins_joins_plumbline_heirs ();
ALTER TABLE public.c_joins INHERIT public.c_joins_joins_plumbline_heirs;
ALTER TABLE public.c_joins_joins_plumbline_heirs ADD COLUMN id integer;
ALTER TABLE public.c_joins_joins_plumbline_heirs ADD COLUMN seen timestamp with time zone;

-- 7. ALTER table public.c_joins
ALTER TABLE public.c_joins INHERIT public.c1;
ALTER TABLE public.c_joins NO INHERIT public.c_joins_joins_plumbline_heirs;
DROP TABLE public.c_joins_joins_plumbline_heirs;

-- 8. ALTER table public.d_both
CREATE TABLE public.d_both_joins_plumbline_heirs (size integer);
ALTER TABLE public.d_both INHERIT public.d_both_joins_plumbline_heirs;
ALTER TABLE public.d_both NO INHERIT public.d2;

-- 9. ALTER table public.d_both, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.d_both_joins_plumbline_heirs ADD CONSTRAINT d_fits CHECK ((size < 1000));
ALTER TABLE public.d_both INHERIT public.d3;
ALTER TABLE public.d_both NO INHERIT public.d_both_joins_plumbline_heirs;
DROP TABLE public.d_both_joins_plumbline_heirs;

-- 10. ALTER table public.f_turns, OUTSIDE
ALTER TABLE public.f_parts DETACH PARTITION public.f_turns CONCURRENTLY;

-- 11. ALTER table public.f_turns
ALTER TABLE public.f_turns DROP CONSTRAINT IF EXISTS f_turns_id_check;

-- 12. ALTER table public.f_turns, DATA_DEPENDENT BLOCKING_SCAN
CREATE TABLE public.f_turns_joins_plumbline_heirs (id integer);
ALTER TABLE public.f_turns INHERIT public.f_turns_joins_plumbline_heirs;
ALTER TABLE public.f_turns_joins_plumbline_heirs ADD CONSTRAINT f_fits CHECK ((id < 1000));
ALTER TABLE public.f_turns INHERIT public.f1;
ALTER TABLE public.f_turns NO INHERIT public.f_turns_joins_plumbline_heirs;
DROP TABLE public.f_turns_joins_plumbline_heirs;

-- 13. ALTER table public.g_moves
CREATE TABLE public.g_moves_joins2_plumbline_heirs (id integer, size integer);
ALTER TABLE public.g_moves INHERIT public.g_moves_joins2_plumbline_heirs;
ALTER TABLE public.g_moves NO INHERIT public.g_moves_joins_plumbline_heirs;

-- 14. ALTER table public.g_moves
ALTER TABLE public.g_moves INHERIT public.g1;
ALTER TABLE public.g_moves NO INHERIT public.g_moves_joins2_plumbline_heirs;
DROP TABLE public.g_moves_joins2_plumbline_heirs;

-- 15. DROP table public.g_moves_joins_plumbline_heirs, DATA_LOSS IRREVERSIBLE; loses the rows of table public.g_moves_joins_plumbline_heirs
DROP TABLE public.g_moves_joins_plumbline_heirs;

-- 16. ALTER table public.h_along
CREATE TABLE public.h_along_joins_plumbline_heirs (id integer);
ALTER TABLE public.h_along INHERIT public.h_along_joins_plumbline_heirs;
ALTER TABLE public.h_along NO INHERIT public.h1;

-- 17. ALTER table public.h_moves
CREATE TABLE public.h_moves_joins_plumbline_heirs (id integer);
ALTER TABLE public.h_moves INHERIT public.h_moves_joins_plumbline_heirs;
ALTER TABLE public.h_moves NO INHERIT public.h1;
ALTER TABLE public.h_moves_joins_plumbline_heirs ADD COLUMN note text;

-- 18. ALTER column public.h3.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.h3 ALTER COLUMN id TYPE bigint USING id::bigint;

-- 19. ALTER column public.h_along.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.h_along_joins_plumbline_heirs ALTER COLUMN id TYPE bigint USING id::bigint;

-- 20. ALTER table public.h_along
ALTER TABLE public.h_along INHERIT public.h3;
ALTER TABLE public.h_along NO INHERIT public.h_along_joins_plumbline_heirs;
DROP TABLE public.h_along_joins_plumbline_heirs;

-- 21. DROP view public.h_seen
DROP VIEW public.h_seen;

-- 22. ALTER column public.h_moves.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.h_moves_joins_plumbline_heirs ALTER COLUMN id TYPE bigint USING id::bigint;

-- 23. ALTER table public.h_moves
ALTER TABLE public.h_moves INHERIT public.h2;
ALTER TABLE public.h_moves NO INHERIT public.h_moves_joins_plumbline_heirs;
DROP TABLE public.h_moves_joins_plumbline_heirs;

-- 24. CREATE view public.h_seen
CREATE VIEW public.h_seen (id) AS
SELECT id
   FROM public.h_moves;

-- 25. DROP column public.h_along.size
ALTER TABLE public.h_along DROP COLUMN size;

-- 26. DROP column public.h_moves.size
ALTER TABLE public.h_moves DROP COLUMN size;

-- 27. CREATE column default public.a_below.weight
ALTER TABLE public.a_below ALTER COLUMN weight SET DEFAULT 7;

-- 28. CREATE column default public.a_moves.weight
ALTER TABLE ONLY public.a_moves ALTER COLUMN weight SET DEFAULT 7;

-- 29. DROP column public.a_moves.size
ALTER TABLE public.a_moves DROP COLUMN size;

-- 30. CREATE column public.e_joins.kind
ALTER TABLE public.e_joins ADD COLUMN kind text;

-- 31. ALTER table public.e_joins, DATA_DEPENDENT BLOCKING_SCAN
CREATE TABLE public.e_joins_joins_plumbline_heirs (size integer, kind text);
ALTER TABLE public.e_joins INHERIT public.e_joins_joins_plumbline_heirs;
ALTER TABLE public.e_joins_joins_plumbline_heirs ADD CONSTRAINT e_fits CHECK ((size < 1000));
ALTER TABLE public.e_joins_joins_plumbline_heirs ADD CONSTRAINT e_kind CHECK ((kind <> ''::text));
ALTER TABLE public.e_joins INHERIT public.e1;
ALTER TABLE public.e_joins NO INHERIT public.e_joins_joins_plumbline_heirs;
DROP TABLE public.e_joins_joins_plumbline_heirs;

-- 32. DROP table public.b1, BEGINS, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b1
DROP TABLE public.b1;

-- reverse

-- 1. ALTER table public.a_moves
CREATE TABLE public.a_moves_joins_plumbline_heirs (id integer, CONSTRAINT a2_id_not_null NOT NULL id);
ALTER TABLE public.a_moves INHERIT public.a_moves_joins_plumbline_heirs;
ALTER TABLE public.a_moves NO INHERIT public.a2;
ALTER TABLE public.a_moves_joins_plumbline_heirs RENAME CONSTRAINT a2_id_not_null TO a1_id_not_null;
ALTER TABLE public.a_moves_joins_plumbline_heirs ADD COLUMN size integer;

-- 2. ALTER table public.a_moves
ALTER TABLE public.a_moves INHERIT public.a1;
ALTER TABLE public.a_moves NO INHERIT public.a_moves_joins_plumbline_heirs;
DROP TABLE public.a_moves_joins_plumbline_heirs;

-- 3. CREATE table public.b1
CREATE TABLE public.b1 (
    id integer,
    note text COLLATE pg_catalog."C"
);

-- 4. ALTER table public.b_moves
CREATE TABLE public.b_moves_joins_plumbline_heirs (id integer, note text COLLATE pg_catalog."C");
ALTER TABLE public.b_moves INHERIT public.b_moves_joins_plumbline_heirs;
ALTER TABLE public.b_moves NO INHERIT public.b2;

-- 5. ALTER table public.b_moves
ALTER TABLE public.b_moves INHERIT public.b1;
ALTER TABLE public.b_moves NO INHERIT public.b_moves_joins_plumbline_heirs;
DROP TABLE public.b_moves_joins_plumbline_heirs;

-- 6. ALTER table public.c_joins
ALTER TABLE public.c_joins NO INHERIT public.c1;

-- 7. ALTER table public.d_both
CREATE TABLE public.d_both_joins_plumbline_heirs (size integer);
ALTER TABLE public.d_both INHERIT public.d_both_joins_plumbline_heirs;
ALTER TABLE public.d_both NO INHERIT public.d3;
ALTER TABLE public.d_both DROP CONSTRAINT d_fits;

-- 8. ALTER table public.d_both
ALTER TABLE public.d_both INHERIT public.d2;
ALTER TABLE public.d_both NO INHERIT public.d_both_joins_plumbline_heirs;
DROP TABLE public.d_both_joins_plumbline_heirs;

-- 9. ALTER table public.e_joins
ALTER TABLE public.e_joins NO INHERIT public.e1;
ALTER TABLE public.e_joins DROP CONSTRAINT e_fits;
ALTER TABLE public.e_joins DROP CONSTRAINT e_kind;

-- 10. ALTER table public.f_turns
ALTER TABLE public.f_turns ADD CONSTRAINT f_turns_plumbline_bounds CHECK (((id IS NOT NULL) AND (id >= 1) AND (id < 10))) NOT VALID;

-- 11. ALTER table public.f_turns, ALONE, DATA_DEPENDENT
ALTER TABLE public.f_turns VALIDATE CONSTRAINT f_turns_plumbline_bounds;

-- 12. ALTER table public.f_turns
ALTER TABLE public.f_turns NO INHERIT public.f1;
ALTER TABLE public.f_turns DROP CONSTRAINT f_fits;

-- 13. ALTER table public.f_turns, DATA_DEPENDENT
ALTER TABLE public.f_parts ATTACH PARTITION public.f_turns FOR VALUES FROM (1) TO (10);
ALTER TABLE public.f_turns DROP CONSTRAINT f_turns_plumbline_bounds;

-- 14. ALTER table public.g_moves
CREATE TABLE public.g_moves_joins2_plumbline_heirs (id integer, size integer);
ALTER TABLE public.g_moves INHERIT public.g_moves_joins2_plumbline_heirs;
ALTER TABLE public.g_moves NO INHERIT public.g1;

-- 15. CREATE table public.g_moves_joins_plumbline_heirs
CREATE TABLE public.g_moves_joins_plumbline_heirs (
    id integer,
    size integer
);

-- 16. ALTER table public.g_moves
ALTER TABLE public.g_moves INHERIT public.g_moves_joins_plumbline_heirs;
ALTER TABLE public.g_moves NO INHERIT public.g_moves_joins2_plumbline_heirs;
DROP TABLE public.g_moves_joins2_plumbline_heirs;

-- 17. ALTER table public.h_along
CREATE TABLE public.h_along_joins_plumbline_heirs (id bigint);
ALTER TABLE public.h_along INHERIT public.h_along_joins_plumbline_heirs;
ALTER TABLE public.h_along NO INHERIT public.h3;
ALTER TABLE public.h_along_joins_plumbline_heirs ADD COLUMN size integer;

-- 18. ALTER table public.h_moves
CREATE TABLE public.h_moves_joins_plumbline_heirs (id bigint);
ALTER TABLE public.h_moves INHERIT public.h_moves_joins_plumbline_heirs;
ALTER TABLE public.h_moves NO INHERIT public.h2;
ALTER TABLE public.h_moves_joins_plumbline_heirs ADD COLUMN size integer;

-- 19. ALTER column public.h3.id, DATA_DEPENDENT
ALTER TABLE public.h3 ALTER COLUMN id TYPE integer USING id::integer;

-- 20. ALTER column public.h_along.id, DATA_DEPENDENT
ALTER TABLE public.h_along_joins_plumbline_heirs ALTER COLUMN id TYPE integer USING id::integer;

-- 21. ALTER table public.h_along
ALTER TABLE public.h_along INHERIT public.h1;
ALTER TABLE public.h_along NO INHERIT public.h_along_joins_plumbline_heirs;
DROP TABLE public.h_along_joins_plumbline_heirs;

-- 22. DROP view public.h_seen
DROP VIEW public.h_seen;

-- 23. ALTER column public.h_moves.id, DATA_DEPENDENT
ALTER TABLE public.h_moves_joins_plumbline_heirs ALTER COLUMN id TYPE integer USING id::integer;

-- 24. ALTER table public.h_moves
ALTER TABLE public.h_moves INHERIT public.h1;
ALTER TABLE public.h_moves NO INHERIT public.h_moves_joins_plumbline_heirs;
DROP TABLE public.h_moves_joins_plumbline_heirs;

-- 25. CREATE view public.h_seen
CREATE VIEW public.h_seen (id) AS
SELECT id
   FROM public.h_moves;

-- 26. DROP column public.a_moves.weight
ALTER TABLE public.a_moves DROP COLUMN weight;

-- 27. DROP column public.c_joins.id
ALTER TABLE public.c_joins DROP COLUMN id;

-- 28. DROP column public.c_joins.seen
ALTER TABLE public.c_joins DROP COLUMN seen;

-- 29. DROP column public.e_joins.kind, DATA_LOSS IRREVERSIBLE; loses the values of column public.e_joins.kind
ALTER TABLE public.e_joins DROP COLUMN kind;

-- 30. DROP column public.h_moves.note
ALTER TABLE public.h_moves DROP COLUMN note;

-- 31. DROP table public.b2, DATA_LOSS IRREVERSIBLE; loses the rows of table public.b2
DROP TABLE public.b2;
