SELECT 1 WHERE (SELECT string_agg(first_name || '/' || last_name, ',' ORDER BY first_name) FROM keyless) <> 'Ada/Lovelace,Grace/Hopper';
SELECT 1 WHERE (SELECT string_agg(first_name, ',' ORDER BY id) FROM parts) <> 'Ada,Grace';
SELECT 1 FROM touched WHERE first_name <> 'Ada';
SELECT 1 FROM computed WHERE first_name <> 'ADA';
SELECT 1 FROM cities WHERE land <> 'Britain';
SELECT 1 WHERE (SELECT string_agg(code || '/' || rest, ',' ORDER BY id) FROM changing) <> 'ab/cd,a/';
SELECT 1 FROM checked WHERE first_name <> 'Ada';
SELECT 1 WHERE (SELECT string_agg(initial || coalesce(other, '-'), ',' ORDER BY id) FROM chained) <> 'Ae,?-';
SELECT 1 FROM counted WHERE number <> 7;
SELECT 1 FROM spots WHERE NOT spot ~= point(1, 2);
SELECT 1 WHERE (SELECT string_agg(first_name || '/' || coalesce(last_name, '-'), ',' ORDER BY id) FROM renamed) <> 'Ada/Lovelace,Plato/-';
-- after the reverse
SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY name) FROM keyless) <> 'Ada Lovelace,Grace Hopper';
SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM parts) <> 'Ada 1,Grace 2';
SELECT 1 WHERE (SELECT string_agg(code, ',' ORDER BY id) FROM changing) <> 'abcd,a';
SELECT 1 FROM spots WHERE (x, y) <> (1, 2);
SELECT 1 WHERE (SELECT string_agg(name, ',' ORDER BY id) FROM renamed) <> 'Ada Lovelace,Plato';
