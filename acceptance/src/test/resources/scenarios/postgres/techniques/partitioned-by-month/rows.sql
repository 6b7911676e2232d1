INSERT INTO events (at, kind, body, amount)
  SELECT timestamptz '2025-12-20 12:00+00' + i * interval '1 day', CASE i % 3 WHEN 0 THEN 'seen' ELSE 'sold' END, '{"a": 1}', i FROM generate_series(1, 80) i;
