INSERT INTO events (at, note) SELECT date '2026-01-01' + i, 'a' FROM generate_series(1, 9) i;
