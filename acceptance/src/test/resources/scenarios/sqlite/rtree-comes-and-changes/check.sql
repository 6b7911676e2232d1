SELECT id = 5 AND label IS NULL FROM places WHERE x0 > 0;
