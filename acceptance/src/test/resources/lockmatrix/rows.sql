-- Rows that satisfy every constraint and every statement.
INSERT INTO parent SELECT g, 'p' || g, g FROM generate_series(1, 200) g;
INSERT INTO t (id, n, checked, must, i4, v10, v, words, num, ts, tstz, ts3, net, ci, doc, padded, bits, r, sorted,
        parent_id, parent_later, linked, seen, solo, key2, key3, span, label)
    SELECT g, g, g, g, g, 'v' || g, 'v' || g, 'w' || g, g, now(), now(), now(), '10.0.0.0/8', 'c' || g, '{}', 'p', B'1', g,
        's' || g, g % 200 + 1, g % 200 + 1, g % 200 + 1, g, g, g, g, int4range(g, g + 1), 'low'
    FROM generate_series(1, 2000) g;
INSERT INTO bare SELECT g, g, 'n' FROM generate_series(1, 500) g;
INSERT INTO domains SELECT g, g FROM generate_series(1, 300) g;
INSERT INTO base SELECT g FROM generate_series(1, 100) g;
INSERT INTO kid SELECT g FROM generate_series(1, 100) g;
INSERT INTO heir SELECT g FROM generate_series(1, 100) g;
INSERT INTO child SELECT g, g % 200 + 1 FROM generate_series(1, 400) g;
INSERT INTO child2 SELECT g, g % 200 + 1 FROM generate_series(1, 400) g;
INSERT INTO counted (note) SELECT 'n' FROM generate_series(1, 100) g;
INSERT INTO scrap SELECT g FROM generate_series(1, 100) g;
INSERT INTO pt SELECT g, g FROM generate_series(0, 2500) g;
INSERT INTO pn SELECT g, g, g % 200 + 1 FROM generate_series(0, 1999) g;
INSERT INTO pk SELECT g FROM generate_series(1, 400) g;
INSERT INTO pe SELECT g, g FROM generate_series(0, 2500) g;
INSERT INTO newpart SELECT g, g FROM generate_series(3000, 3499) g;
INSERT INTO newpart_proven SELECT g, g FROM generate_series(3000, 3499) g;
INSERT INTO newpart_pn SELECT g, g, g % 200 + 1 FROM generate_series(3000, 3499) g;
REFRESH MATERIALIZED VIEW mv;
ANALYZE;
