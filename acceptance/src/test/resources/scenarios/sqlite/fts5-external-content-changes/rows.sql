INSERT INTO docs VALUES (3, 'plumb', 'straight lines');
