-- What the new application wrote is not computed from the old column.
SELECT 1 WHERE (SELECT string_agg(first_name || '/' || coalesce(last_name, '-') || '/' || coalesce(note, '-'), ',' ORDER BY id) FROM people WHERE id < 4)
    <> 'Ada/Lovelace/none,Grace Brewster/Hopper/-,Plato/-/x';
SELECT 1 FROM people WHERE id > 3 AND (first_name, last_name) IS DISTINCT FROM ('Given' || id, 'Family ' || id);
SELECT 1 FROM pg_trigger WHERE tgname LIKE '%plumbline%';
SELECT 1 FROM pg_proc WHERE proname LIKE '%plumbline%';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(name || '/' || first_name || '/' || coalesce(note, '-'), ',' ORDER BY id) FROM people WHERE id < 4)
    <> 'Ada Lovelace/Ada/none,Grace Brewster Hopper/Grace Brewster/-,Plato/Plato/x';
SELECT 1 FROM people WHERE id > 3 AND name <> 'Given' || id || ' Family ' || id;
SELECT 1 WHERE (SELECT count(*) FROM pg_trigger WHERE tgname LIKE '%plumbline%') <> 1;
