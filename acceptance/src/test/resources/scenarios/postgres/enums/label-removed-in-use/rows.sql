INSERT INTO tasks (id, public, state, earlier) SELECT i, 'task ' || i, (ARRAY['draft', 'open', 'done'])[i % 3 + 1]::state,
    CASE WHEN i % 2 = 0 THEN '{draft,NULL,open}'::state[] END FROM generate_series(1, 30) i;
INSERT INTO steps SELECT i, 1, CASE WHEN i % 2 = 0 THEN 'open'::state END FROM generate_series(1, 30) i;
