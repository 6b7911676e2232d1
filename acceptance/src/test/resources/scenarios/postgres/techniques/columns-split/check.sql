SELECT 1 WHERE (SELECT string_agg(first_name || '/' || coalesce(last_name, '-') || '/' || coalesce("Note", '-'), ',' ORDER BY id) FROM people WHERE id < 5)
    <> 'Ada/Lovelace/none,Grace/Brewster Hopper/-,Plato/-/none,Given4/Family 4/none';
SELECT 1 FROM people WHERE id > 3 AND (first_name, last_name) IS DISTINCT FROM ('Given' || id, 'Family ' || id);
SELECT 1 FROM places WHERE longitude IS DISTINCT FROM CASE part % 3 WHEN 0 THEN NULL ELSE part % 180 END
    OR latitude IS DISTINCT FROM CASE part % 3 WHEN 0 THEN NULL ELSE -part END;
SELECT 1 FROM pg_trigger WHERE tgname LIKE '%plumbline%';
SELECT 1 FROM pg_proc WHERE proname LIKE '%plumbline%';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(name || '/' || coalesce("Note", '-'), ',' ORDER BY id) FROM people WHERE id < 4)
    <> 'Ada Lovelace/none,Grace Brewster Hopper/-,Plato/none';
SELECT 1 FROM people WHERE id > 3 AND name <> 'Given' || id || ' Family ' || id;
SELECT 1 FROM places WHERE (CASE part % 3 WHEN 0 THEN place IS NOT NULL ELSE place IS NULL OR NOT place ~= point(part % 180, -part) END);
SELECT 1 FROM pg_trigger WHERE tgname LIKE '%plumbline%';
