-- SPDX-License-Identifier: Apache-2.0
-- The rows of the shop; :rows is how many orders there are.
INSERT INTO customers SELECT i, 'c' || i || '@shop.example', 'customer ' || i FROM generate_series(0, :rows / 100) i;
INSERT INTO orders
SELECT i, i::bigint * 7919 % (:rows / 100 + 1), (ARRAY['new', 'paid', 'shipped'])[i % 3 + 1]::order_state, 'c' || i,
       'note ' || i, 'l' || i, (i % 1000)::text, i % 10, i % 10 + 1, i % 100000 / 100.0, i % 1000 / 100.0,
       timestamp '2026-01-01' + i % 5000000 * interval '1 second', jsonb_build_object('gift', i % 2 = 0, 'size', i % 40)
FROM generate_series(1, :rows) i;
INSERT INTO payments
SELECT i * 10, 1, timestamp '2026-01-01' + i % 5000000 * interval '1 second', i % 1000 FROM generate_series(1, :rows / 10) i;
INSERT INTO refunds SELECT i, i * 100 FROM generate_series(1, :rows / 100) i;
INSERT INTO visits
SELECT i % (:rows / 100), timestamp '2026-01-01' + i % 5000000 * interval '1 second', 'p' || i % 50
FROM generate_series(1, :rows / 10) i;
INSERT INTO visits_3
SELECT i % (:rows / 100), timestamp '2026-03-01' + i % 2500000 * interval '1 second', 'p' || i % 50
FROM generate_series(1, :rows / 10) i;
INSERT INTO readings
SELECT i % 1000, timestamp '2026-01-01' + i % 5000000 * interval '1 second', i % 30 FROM generate_series(1, :rows / 10) i;
INSERT INTO readings_rest
SELECT i % 1000, timestamp '2025-06-01' + i % 5000000 * interval '1 second', i % 30 FROM generate_series(1, :rows / 10) i;
INSERT INTO readings_3
SELECT i % 1000, timestamp '2026-03-01' + i % 2500000 * interval '1 second', i % 30 FROM generate_series(1, :rows / 10) i;
VACUUM ANALYZE;
