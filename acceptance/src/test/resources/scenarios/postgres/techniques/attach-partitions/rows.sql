INSERT INTO o VALUES (1);
INSERT INTO r VALUES (1, '2024-05-05', 1), (2, '1999-01-01', 1);
INSERT INTO r_25 VALUES (3, '2025-05-05', 1);
INSERT INTO r_26 VALUES (4, '2026-05-05', 1);
INSERT INTO m_low VALUES (0, 'z', NULL), (1, 'a', NULL);
INSERT INTO m_mid VALUES (1, 'b', NULL), (4, 'z', NULL);
INSERT INTO m_high VALUES (5, 'a', NULL);
INSERT INTO l VALUES (1, 'us', 's');
INSERT INTO l_1_eu VALUES (2, 'de', 's');
INSERT INTO l_1_none VALUES (3, NULL, 's'), (4, 'x', 's');
INSERT INTO h_1 SELECT i, 'T' || i FROM generate_series(1, 20) i
    WHERE satisfies_hash_partition('"H"'::regclass, 2, 1, i::bigint);
INSERT INTO b VALUES (1, 1);
INSERT INTO b_2 VALUES (20, 1), (30, 2);
