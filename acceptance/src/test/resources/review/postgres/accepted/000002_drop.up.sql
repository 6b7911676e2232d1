-- plumbline: allow data-dropped (nothing reads it since 4.2)
ALTER TABLE tasks DROP COLUMN note;
ALTER TABLE tasks DROP COLUMN size; -- plumbline: allow data-dropped
-- plumbline: allow data-droped (a slip of the pen)
-- plumbline: allow blocking-rewrite (it does not rewrite)
ALTER TABLE tasks ADD COLUMN owner text;
