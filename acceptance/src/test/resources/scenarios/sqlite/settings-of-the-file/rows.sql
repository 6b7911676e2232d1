INSERT INTO note VALUES (1, 'one');
