SELECT box = 42 AND x0 = 1.5 AND label = 'kept' FROM boxes;
SELECT rtreecheck('boxes') = 'ok';
