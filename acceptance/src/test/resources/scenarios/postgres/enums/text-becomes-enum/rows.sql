INSERT INTO jobs VALUES (1, 'new'), (2, 'done');
