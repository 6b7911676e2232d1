INSERT INTO with_a_default VALUES (1), (2); INSERT INTO of_an_array VALUES (1);
