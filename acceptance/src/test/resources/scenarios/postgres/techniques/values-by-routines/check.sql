SELECT 1 WHERE (SELECT string_agg(first_name || '/' || coalesce(last_name, '-'), ',' ORDER BY id) FROM people) <> 'Ada/Lovelace,Plato/-';
SELECT 1 WHERE (SELECT sum(number * amount) FROM bills) <> 270;
SELECT 1 FROM tickets WHERE state <> 'open';
SELECT 1 WHERE (SELECT string_agg(mood::text, ',' ORDER BY mood) FROM moods) <> 'closed,open';
SELECT 1 WHERE (SELECT string_agg(kind || code, ',' ORDER BY id) FROM customers) <> 'personab,businessde';
SELECT 1 FROM cities WHERE land <> 'BRITAIN';
SELECT 1 FROM places WHERE country <> 'Britain';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM people) <> 'Ada Lovelace,Plato';
SELECT 1 WHERE (SELECT string_agg(number || '=' || amount, ',' ORDER BY id) FROM bills) <> 'No. 7=30 EUR,No. 12=5 EUR';
SELECT 1 WHERE (SELECT string_agg(kind || code, ',' ORDER BY id) FROM customers) <> 'Pab?,Bde?';
