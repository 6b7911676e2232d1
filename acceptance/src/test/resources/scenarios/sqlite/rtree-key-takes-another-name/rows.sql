INSERT INTO boxes VALUES (42, 1.5, 2.5, 'kept');
