INSERT INTO f (docid, a, lid) VALUES (4, 'walking', 2);
