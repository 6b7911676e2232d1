INSERT INTO app.orders (total, tenant) VALUES (5, 'a'), (20, 'b');
