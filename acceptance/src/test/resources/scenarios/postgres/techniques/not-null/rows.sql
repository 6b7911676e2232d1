INSERT INTO plain SELECT i, 'a', 'b', 'c', 'd' FROM generate_series(1, 20) i;
INSERT INTO parent VALUES (1, NULL);
INSERT INTO child VALUES (2, 'n', 'm');
INSERT INTO part VALUES (1, '2026-01-01', NULL), (11, '2026-01-02', 'n');
INSERT INTO a_table_whose_name_takes_most_of_what_the_server_has_room_for VALUES (1);
