-- 1. ALTER foreign table public.by_itself
CREATE TABLE public.by_itself_joins_plumbline_heirs (size integer);
ALTER TABLE public.by_itself INHERIT public.by_itself_joins_plumbline_heirs;
ALTER TABLE public.by_itself NO INHERIT public.p1;

-- 2. ALTER foreign table public.comes
ALTER FOREIGN TABLE public.comes OPTIONS (ADD format 'csv');

-- 3. ALTER foreign table public.comes
CREATE TABLE public.comes_joins_plumbline_heirs ();
ALTER TABLE public.comes INHERIT public.comes_joins_plumbline_heirs;
ALTER TABLE public.comes_joins_plumbline_heirs ADD COLUMN id integer;
ALTER TABLE public.comes_joins_plumbline_heirs ADD COLUMN note text;

-- 4. ALTER foreign table public.comes, DATA_DEPENDENT
ALTER TABLE public.comes_joins_plumbline_heirs ADD CONSTRAINT p2_note CHECK ((note <> ''::text));
ALTER TABLE public.comes INHERIT public.p2;
ALTER TABLE public.comes NO INHERIT public.comes_joins_plumbline_heirs;
DROP TABLE public.comes_joins_plumbline_heirs;

-- 5. ALTER foreign table public.moves
CREATE TABLE public.moves_joins_plumbline_heirs (id integer);
ALTER TABLE public.moves INHERIT public.moves_joins_plumbline_heirs;
ALTER TABLE public.moves NO INHERIT public.p1;
ALTER TABLE public.moves_joins_plumbline_heirs ADD COLUMN note text;

-- 6. ALTER foreign table public.moves, DATA_DEPENDENT
ALTER TABLE public.moves_joins_plumbline_heirs ADD CONSTRAINT p2_note CHECK ((note <> ''::text));
ALTER TABLE public.moves INHERIT public.p2;
ALTER TABLE public.moves NO INHERIT public.moves_joins_plumbline_heirs;
DROP TABLE public.moves_joins_plumbline_heirs;

-- 7. ALTER foreign table public.turns
CREATE TABLE public.turns_joins_plumbline_heirs (size integer);
ALTER TABLE public.turns INHERIT public.turns_joins_plumbline_heirs;
ALTER TABLE public.turns NO INHERIT public.p1;

-- 8. ALTER foreign table public.turns
ALTER TABLE public.turns INHERIT public.p1;
ALTER TABLE public.turns NO INHERIT public.turns_joins_plumbline_heirs;
DROP TABLE public.turns_joins_plumbline_heirs;

-- 9. DROP column public.by_itself.id
ALTER TABLE public.by_itself DROP COLUMN id;

-- 10. ALTER foreign table public.by_itself
ALTER TABLE public.by_itself_joins_plumbline_heirs ADD COLUMN id integer;

-- 11. ALTER foreign table public.by_itself
ALTER TABLE public.by_itself INHERIT public.p1;
ALTER TABLE public.by_itself NO INHERIT public.by_itself_joins_plumbline_heirs;
DROP TABLE public.by_itself_joins_plumbline_heirs;

-- 12. DROP column public.moves.size
ALTER TABLE public.moves DROP COLUMN size;

-- reverse

-- 1. ALTER foreign table public.by_itself
CREATE TABLE public.by_itself_joins_plumbline_heirs (size integer);
ALTER TABLE public.by_itself INHERIT public.by_itself_joins_plumbline_heirs;
ALTER TABLE public.by_itself NO INHERIT public.p1;

-- 2. ALTER foreign table public.by_itself
ALTER TABLE public.by_itself INHERIT public.p1;
ALTER TABLE public.by_itself NO INHERIT public.by_itself_joins_plumbline_heirs;
DROP TABLE public.by_itself_joins_plumbline_heirs;

-- 3. ALTER foreign table public.comes
ALTER FOREIGN TABLE public.comes OPTIONS (DROP format);

-- 4. ALTER foreign table public.comes
ALTER TABLE public.comes NO INHERIT public.p2;
ALTER TABLE public.comes DROP CONSTRAINT p2_note;

-- 5. ALTER foreign table public.moves
CREATE TABLE public.moves_joins_plumbline_heirs (id integer);
ALTER TABLE public.moves INHERIT public.moves_joins_plumbline_heirs;
ALTER TABLE public.moves NO INHERIT public.p2;
ALTER TABLE public.moves_joins_plumbline_heirs ADD COLUMN size integer;
ALTER TABLE public.moves DROP CONSTRAINT p2_note;

-- 6. ALTER foreign table public.moves
ALTER TABLE public.moves INHERIT public.p1;
ALTER TABLE public.moves NO INHERIT public.moves_joins_plumbline_heirs;
DROP TABLE public.moves_joins_plumbline_heirs;

-- 7. ALTER foreign table public.turns
CREATE TABLE public.turns_joins_plumbline_heirs (note text);
ALTER TABLE public.turns INHERIT public.turns_joins_plumbline_heirs;
ALTER TABLE public.turns NO INHERIT public.p2;

-- 8. ALTER foreign table public.turns
ALTER TABLE public.turns INHERIT public.p2;
ALTER TABLE public.turns NO INHERIT public.turns_joins_plumbline_heirs;
DROP TABLE public.turns_joins_plumbline_heirs;

-- 9. DROP column public.comes.id
ALTER TABLE public.comes DROP COLUMN id;

-- 10. DROP column public.comes.note
ALTER TABLE public.comes DROP COLUMN note;

-- 11. DROP column public.moves.note
ALTER TABLE public.moves DROP COLUMN note;
