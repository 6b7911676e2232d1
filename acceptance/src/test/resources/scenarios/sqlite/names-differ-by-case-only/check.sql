SELECT name = 'x' FROM users;
