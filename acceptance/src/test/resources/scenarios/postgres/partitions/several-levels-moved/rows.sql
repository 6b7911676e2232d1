INSERT INTO m VALUES (1, 'eu', '2024-02-02'), (2, 'us', '2024-02-02'), (3, 'xx', '2024-02-02');
INSERT INTO other VALUES (4, 'x', '2024-02-02');
