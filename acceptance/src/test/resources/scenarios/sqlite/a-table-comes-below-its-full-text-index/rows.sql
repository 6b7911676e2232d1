INSERT INTO f (rowid, a) VALUES (4, 'left over');
