INSERT INTO comes VALUES ('a', 1); INSERT INTO moves VALUES ('b', 2); INSERT INTO below VALUES ('a', 3); INSERT INTO of_both VALUES ('b', 4, 5);
