INSERT INTO crm.people VALUES (1, 'Ada'), (2, 'Grace');
