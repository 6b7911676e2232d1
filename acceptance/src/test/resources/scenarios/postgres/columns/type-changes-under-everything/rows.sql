INSERT INTO orders (id, customer, amount) VALUES (1, 1, 50), (2, 1, 70), (3, 2, 5);
