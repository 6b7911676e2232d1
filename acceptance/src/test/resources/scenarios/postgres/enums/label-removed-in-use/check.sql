SELECT 1 FROM tasks WHERE state::text <> (ARRAY['draft', 'open', 'done'])[id % 3 + 1]
    OR earlier::text IS DISTINCT FROM CASE WHEN id % 2 = 0 THEN '{draft,NULL,open}' END;
SELECT 1 FROM steps WHERE state::text IS DISTINCT FROM CASE WHEN task % 2 = 0 THEN 'open' END;
-- after the reverse
SELECT 1 FROM tasks WHERE state::text <> (ARRAY['draft', 'open', 'done'])[id % 3 + 1]
    OR earlier::text IS DISTINCT FROM CASE WHEN id % 2 = 0 THEN '{draft,NULL,open}' END;
SELECT 1 FROM steps WHERE state::text IS DISTINCT FROM CASE WHEN task % 2 = 0 THEN 'open' END
