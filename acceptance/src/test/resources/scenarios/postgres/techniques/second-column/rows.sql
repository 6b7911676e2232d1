INSERT INTO users (mail, age, born, mood, score)
    SELECT 'M' || i || '@x', nullif(i % 90, 0)::text, '2000-01-01'::timestamp + i * interval '1 day',
        CASE i % 3 WHEN 0 THEN 'g' ELSE 'b' END, nullif(i % 50, 0) FROM generate_series(1, 3000) i;
INSERT INTO orders (user_id, part, parent) SELECT i, 1, NULL FROM generate_series(1, 3000) i;
UPDATE orders SET parent = number - 1 WHERE number > 10;
