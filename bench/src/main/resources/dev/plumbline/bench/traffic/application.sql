-- SPDX-License-Identifier: Apache-2.0
-- What the shop's application does, one after another; :n is another number every time, :old an order that is there from the
-- beginning, :customer a customer.
INSERT INTO orders (id, customer_id, code, note, shelf, lane, quantity, price, placed, details)
VALUES (:n, :customer, 'c:n', 'new', '5', 3, 2, 12.50, localtimestamp, '{"gift": true}');
SELECT quantity, price, note FROM orders WHERE id = :old;
UPDATE orders SET note = 'seen :n' WHERE id = :old;
SELECT count(*) FROM orders WHERE customer_id = :customer;
INSERT INTO payments (order_id, part, paid, sum) VALUES (:n, 1, localtimestamp, 12.50);
UPDATE payments SET sum = sum + 1 WHERE order_id = :n;
SELECT sum(sum) FROM payments WHERE order_id = :old;
INSERT INTO refunds (id, order_id) VALUES (:n, :n);
SELECT price FROM order_prices WHERE id = :old;
INSERT INTO visits (customer_id, at, page) VALUES (:customer, timestamp '2026-01-15' + :old * interval '1 ms', 'p');
INSERT INTO readings (shelf, at, degrees) VALUES (1, timestamp '2026-01-15' + :old * interval '1 ms', 20);
SELECT name FROM customers WHERE id = :customer;
DELETE FROM refunds WHERE id = :n;
DELETE FROM payments WHERE order_id = :n;
DELETE FROM orders WHERE id = :n;
