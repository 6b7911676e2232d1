SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM people WHERE id < 5) <> 'Ada Lovelace,Plato,Given4 Family 4';
SELECT 1 FROM people WHERE id > 3 AND name <> 'Given' || id || ' Family ' || id;
-- after the reverse
SELECT 1 FROM people WHERE id > 3 AND (first_name, last_name) IS DISTINCT FROM ('Given' || id, 'Family ' || id);
SELECT 1 WHERE (SELECT string_agg(first_name || '/' || coalesce(last_name, '-') || '/' || coalesce(born, '2000-01-01'), ',' ORDER BY id) FROM people WHERE id < 4)
    <> 'Ada/Lovelace/1815-12-10,Plato/-/2000-01-01';
