-- 1. ALTER table public.a_comes
CREATE TABLE public.a_comes_joins_plumbline_heirs ();
ALTER TABLE public.a_comes INHERIT public.a_comes_joins_plumbline_heirs;

-- 2. ALTER table public.a_gives_up
CREATE TABLE public.a_gives_up_joins_plumbline_heirs (size integer);
ALTER TABLE public.a_gives_up INHERIT public.a_gives_up_joins_plumbline_heirs;
ALTER TABLE public.a_gives_up NO INHERIT public.a1;

-- 3. ALTER table public.a_takes_over
CREATE TABLE public.a_takes_over_joins_plumbline_heirs (size integer);
ALTER TABLE public.a_takes_over INHERIT public.a_takes_over_joins_plumbline_heirs;
ALTER TABLE public.a_takes_over NO INHERIT public.a1;

-- 4. ALTER table public.a_takes_over
ALTER TABLE public.a_takes_over INHERIT public.a1;
ALTER TABLE public.a_takes_over NO INHERIT public.a_takes_over_joins_plumbline_heirs;
DROP TABLE public.a_takes_over_joins_plumbline_heirs;

-- 5. ALTER table public.b_all
ALTER TABLE public.b_all NO INHERIT public.b2;
ALTER TABLE public.b_all NO INHERIT public.b3;

-- 6. ALTER table public.b_all
ALTER TABLE public.b_all INHERIT public.b2;
ALTER TABLE public.b_all INHERIT public.b3;

-- 7. ALTER table public.c_all
CREATE TABLE public.c_all_joins_plumbline_heirs (second integer);
ALTER TABLE public.c_all INHERIT public.c_all_joins_plumbline_heirs;
ALTER TABLE public.c_all NO INHERIT public.c2;

-- 8. ALTER table public.c_all
ALTER TABLE public.c_all INHERIT public.c2;
ALTER TABLE public.c_all NO INHERIT public.c_all_joins_plumbline_heirs;
DROP TABLE public.c_all_joins_plumbline_heirs;

-- 9. ALTER table public.c_other
CREATE TABLE public.c_other_joins_plumbline_heirs (id integer, second integer);
ALTER TABLE public.c_other INHERIT public.c_other_joins_plumbline_heirs;
ALTER TABLE public.c_other NO INHERIT public.c1;
ALTER TABLE public.c_other NO INHERIT public.c2;
ALTER TABLE public.c_other_joins_plumbline_heirs ADD COLUMN third integer;

-- 10. ALTER table public.c_other, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.c_other_joins_plumbline_heirs ADD CONSTRAINT c3_third_check CHECK ((third < 1000));
ALTER TABLE public.c_other INHERIT public.c3;
ALTER TABLE public.c_other INHERIT public.c2;
ALTER TABLE public.c_other NO INHERIT public.c_other_joins_plumbline_heirs;
DROP TABLE public.c_other_joins_plumbline_heirs;

-- 11. ALTER table public.d_comes, REWRITE
CREATE TABLE public.d_comes_joins_plumbline_heirs ();
ALTER TABLE public.d_comes INHERIT public.d_comes_joins_plumbline_heirs;
ALTER TABLE public.d_comes_joins_plumbline_heirs ADD COLUMN id integer;
ALTER TABLE public.d_comes_joins_plumbline_heirs ADD COLUMN twice integer GENERATED ALWAYS AS ((id * 2)) STORED;

-- 12. ALTER table public.d_comes
ALTER TABLE public.d_comes INHERIT public.d2;
ALTER TABLE public.d_comes NO INHERIT public.d_comes_joins_plumbline_heirs;
DROP TABLE public.d_comes_joins_plumbline_heirs;

-- 13. ALTER table public.d_moves
CREATE TABLE public.d_moves_joins_plumbline_heirs (id integer, twice integer GENERATED ALWAYS AS ((id * 2)) STORED);
ALTER TABLE public.d_moves INHERIT public.d_moves_joins_plumbline_heirs;
ALTER TABLE public.d_moves NO INHERIT public.d1;

-- 14. ALTER table public.d_moves
ALTER TABLE public.d_moves INHERIT public.d2;
ALTER TABLE public.d_moves NO INHERIT public.d_moves_joins_plumbline_heirs;
DROP TABLE public.d_moves_joins_plumbline_heirs;

-- 15. ALTER column public.e1.id, DATA_DEPENDENT REWRITE
CREATE TABLE public.e1_id_plumbline_heirs (id integer);
ALTER TABLE public.e1 INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e2 INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e1_id_plumbline_heirs ALTER COLUMN id TYPE bigint USING id::bigint;
ALTER TABLE public.e1 NO INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e2 NO INHERIT public.e1_id_plumbline_heirs;
DROP TABLE public.e1_id_plumbline_heirs;

-- 16. ALTER table public.e_takes_over
CREATE TABLE public.e_takes_over_joins_plumbline_heirs (note text);
ALTER TABLE public.e_takes_over INHERIT public.e_takes_over_joins_plumbline_heirs;
ALTER TABLE public.e_takes_over NO INHERIT public.e1;
ALTER TABLE public.e_takes_over NO INHERIT public.e2;

-- 17. ALTER table public.e_takes_over
ALTER TABLE public.e_takes_over INHERIT public.e1;
ALTER TABLE public.e_takes_over INHERIT public.e2;
ALTER TABLE public.e_takes_over NO INHERIT public.e_takes_over_joins_plumbline_heirs;
DROP TABLE public.e_takes_over_joins_plumbline_heirs;

-- 18. DROP index public.a_ids
DROP INDEX public.a_ids;

-- 19. DROP column public.a_comes.size, REWRITE
ALTER TABLE public.a_comes_joins_plumbline_heirs ADD COLUMN size_plumbline_kept integer;
ALTER TABLE public.a_comes_joins_plumbline_heirs ADD COLUMN size integer;
ALTER TABLE public.a_comes_joins_plumbline_heirs ALTER COLUMN size_plumbline_kept TYPE integer USING size;
ALTER TABLE public.a_comes_joins_plumbline_heirs DROP COLUMN size;
ALTER TABLE public.a_comes DROP COLUMN size;
ALTER TABLE public.a_comes_joins_plumbline_heirs RENAME COLUMN size_plumbline_kept TO size;

-- 20. ALTER table public.a_comes
ALTER TABLE public.a_comes_joins_plumbline_heirs ADD COLUMN id integer;

-- 21. ALTER table public.a_comes
ALTER TABLE public.a_comes INHERIT public.a1;
ALTER TABLE public.a_comes NO INHERIT public.a_comes_joins_plumbline_heirs;
DROP TABLE public.a_comes_joins_plumbline_heirs;

-- 22. DROP column public.a_gives_up.id, REWRITE
ALTER TABLE public.a_gives_up_joins_plumbline_heirs ADD COLUMN id_plumbline_kept integer;
ALTER TABLE public.a_gives_up_joins_plumbline_heirs ADD COLUMN id integer;
ALTER TABLE public.a_gives_up_joins_plumbline_heirs ALTER COLUMN id_plumbline_kept TYPE integer USING id;
ALTER TABLE public.a_gives_up_joins_plumbline_heirs DROP COLUMN id;
ALTER TABLE public.a_gives_up DROP COLUMN id;
ALTER TABLE public.a_gives_up_joins_plumbline_heirs RENAME COLUMN id_plumbline_kept TO id;

-- 23. ALTER table public.a_gives_up
ALTER TABLE public.a_gives_up INHERIT public.a1;
ALTER TABLE public.a_gives_up NO INHERIT public.a_gives_up_joins_plumbline_heirs;
DROP TABLE public.a_gives_up_joins_plumbline_heirs;

-- 24. CREATE index public.a_ids, OUTSIDE
CREATE INDEX CONCURRENTLY a_ids ON public.a_gives_up USING btree (id);

-- 25. DROP column public.c_other.first
ALTER TABLE public.c_other DROP COLUMN first;

-- reverse

-- 1. ALTER table public.a_comes
ALTER TABLE public.a_comes NO INHERIT public.a1;

-- 2. ALTER table public.a_gives_up
CREATE TABLE public.a_gives_up_joins_plumbline_heirs (size integer);
ALTER TABLE public.a_gives_up INHERIT public.a_gives_up_joins_plumbline_heirs;
ALTER TABLE public.a_gives_up NO INHERIT public.a1;

-- 3. ALTER table public.a_gives_up
ALTER TABLE public.a_gives_up INHERIT public.a1;
ALTER TABLE public.a_gives_up NO INHERIT public.a_gives_up_joins_plumbline_heirs;
DROP TABLE public.a_gives_up_joins_plumbline_heirs;

-- 4. ALTER table public.a_takes_over
CREATE TABLE public.a_takes_over_joins_plumbline_heirs (size integer);
ALTER TABLE public.a_takes_over INHERIT public.a_takes_over_joins_plumbline_heirs;
ALTER TABLE public.a_takes_over NO INHERIT public.a1;

-- 5. ALTER table public.b_all
CREATE TABLE public.b_all_joins_plumbline_heirs ();
ALTER TABLE public.b_all INHERIT public.b_all_joins_plumbline_heirs;
ALTER TABLE public.b_all NO INHERIT public.b2;
ALTER TABLE public.b_all NO INHERIT public.b3;

-- 6. ALTER table public.c_all
CREATE TABLE public.c_all_joins_plumbline_heirs (third integer);
ALTER TABLE public.c_all INHERIT public.c_all_joins_plumbline_heirs;
ALTER TABLE public.c_all NO INHERIT public.c3;

-- 7. ALTER table public.c_all
ALTER TABLE public.c_all INHERIT public.c3;
ALTER TABLE public.c_all NO INHERIT public.c_all_joins_plumbline_heirs;
DROP TABLE public.c_all_joins_plumbline_heirs;

-- 8. ALTER table public.c_other
CREATE TABLE public.c_other_joins_plumbline_heirs (id integer, second integer);
ALTER TABLE public.c_other INHERIT public.c_other_joins_plumbline_heirs;
ALTER TABLE public.c_other NO INHERIT public.c3;
ALTER TABLE public.c_other NO INHERIT public.c2;
ALTER TABLE public.c_other_joins_plumbline_heirs ADD COLUMN first integer DEFAULT 1 CONSTRAINT c1_first_not_null NOT NULL;
ALTER TABLE public.c_other DROP CONSTRAINT c3_third_check;

-- 9. ALTER table public.c_other
ALTER TABLE public.c_other INHERIT public.c1;
ALTER TABLE public.c_other INHERIT public.c2;
ALTER TABLE public.c_other NO INHERIT public.c_other_joins_plumbline_heirs;
DROP TABLE public.c_other_joins_plumbline_heirs;

-- 10. ALTER table public.d_comes
ALTER TABLE public.d_comes NO INHERIT public.d2;

-- 11. ALTER table public.d_moves
CREATE TABLE public.d_moves_joins_plumbline_heirs (id integer, twice integer GENERATED ALWAYS AS ((id * 2)) STORED);
ALTER TABLE public.d_moves INHERIT public.d_moves_joins_plumbline_heirs;
ALTER TABLE public.d_moves NO INHERIT public.d2;

-- 12. ALTER table public.d_moves
ALTER TABLE public.d_moves INHERIT public.d1;
ALTER TABLE public.d_moves NO INHERIT public.d_moves_joins_plumbline_heirs;
DROP TABLE public.d_moves_joins_plumbline_heirs;

-- 13. ALTER table public.e_takes_over
CREATE TABLE public.e_takes_over_joins_plumbline_heirs (note text);
ALTER TABLE public.e_takes_over INHERIT public.e_takes_over_joins_plumbline_heirs;
ALTER TABLE public.e_takes_over NO INHERIT public.e1;
ALTER TABLE public.e_takes_over NO INHERIT public.e2;

-- 14. CREATE column default public.c_other.first
ALTER TABLE public.c_other ALTER COLUMN first SET DEFAULT 1;

-- 15. DROP column public.a_comes.id
ALTER TABLE public.a_comes DROP COLUMN id;

-- 16. DROP column public.a_takes_over.id
ALTER TABLE public.a_takes_over_joins_plumbline_heirs ADD COLUMN id_plumbline_kept integer;
ALTER TABLE public.a_takes_over_joins_plumbline_heirs ADD COLUMN id integer;
ALTER TABLE public.a_takes_over_joins_plumbline_heirs ALTER COLUMN id_plumbline_kept TYPE integer USING id;
ALTER TABLE public.a_takes_over_joins_plumbline_heirs DROP COLUMN id;
ALTER TABLE public.a_takes_over DROP COLUMN id;
ALTER TABLE public.a_takes_over_joins_plumbline_heirs RENAME COLUMN id_plumbline_kept TO id;

-- 17. ALTER table public.a_takes_over
ALTER TABLE public.a_takes_over INHERIT public.a1;
ALTER TABLE public.a_takes_over NO INHERIT public.a_takes_over_joins_plumbline_heirs;
DROP TABLE public.a_takes_over_joins_plumbline_heirs;

-- 18. DROP column public.b_all.size
ALTER TABLE public.b_all_joins_plumbline_heirs ADD COLUMN size_plumbline_kept integer;
ALTER TABLE public.b_all_joins_plumbline_heirs ADD COLUMN size integer;
ALTER TABLE public.b_all_joins_plumbline_heirs ALTER COLUMN size_plumbline_kept TYPE integer USING size;
ALTER TABLE public.b_all_joins_plumbline_heirs DROP COLUMN size;
ALTER TABLE public.b_all DROP COLUMN size;
ALTER TABLE public.b_all_joins_plumbline_heirs RENAME COLUMN size_plumbline_kept TO size;

-- 19. ALTER table public.b_all
ALTER TABLE public.b_all INHERIT public.b2;
ALTER TABLE public.b_all INHERIT public.b3;
ALTER TABLE public.b_all NO INHERIT public.b_all_joins_plumbline_heirs;
DROP TABLE public.b_all_joins_plumbline_heirs;

-- 20. DROP column public.c_other.third
ALTER TABLE public.c_other DROP COLUMN third;

-- 21. DROP column public.d_comes.twice
ALTER TABLE public.d_comes DROP COLUMN twice;

-- 22. DROP column public.d_comes.id
ALTER TABLE public.d_comes DROP COLUMN id;

-- 23. DROP column public.e_takes_over.id, DATA_LOSS IRREVERSIBLE; loses the values of column public.e_takes_over.id
ALTER TABLE public.e_takes_over DROP COLUMN id;

-- 24. ALTER table public.e_takes_over
ALTER TABLE public.e_takes_over_joins_plumbline_heirs ADD COLUMN id integer;

-- 25. ALTER column public.e1.id, DATA_DEPENDENT
CREATE TABLE public.e1_id_plumbline_heirs (id bigint);
ALTER TABLE public.e1 INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e2 INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e1_id_plumbline_heirs ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.e1 NO INHERIT public.e1_id_plumbline_heirs;
ALTER TABLE public.e2 NO INHERIT public.e1_id_plumbline_heirs;
DROP TABLE public.e1_id_plumbline_heirs;

-- 26. ALTER table public.e_takes_over
ALTER TABLE public.e_takes_over INHERIT public.e1;
ALTER TABLE public.e_takes_over INHERIT public.e2;
ALTER TABLE public.e_takes_over NO INHERIT public.e_takes_over_joins_plumbline_heirs;
DROP TABLE public.e_takes_over_joins_plumbline_heirs;
