INSERT INTO people VALUES (1, 'Ada Lovelace'), (2, 'Plato');
INSERT INTO bills VALUES (1, 'No. 7', '30 EUR'), (2, 'No. 12', '5 EUR');
INSERT INTO tickets VALUES (1, 'open'), (2, 'held');
INSERT INTO moods VALUES ('held'), ('closed');
INSERT INTO customers VALUES (1, 'P', 'abc'), (2, 'B', 'defg');
INSERT INTO countries VALUES ('gb', 'Britain');
INSERT INTO cities VALUES (1, 'gb');
INSERT INTO places VALUES (1, 'gb');
