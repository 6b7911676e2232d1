INSERT INTO users (mail, boss) VALUES ('a@b', 1), ('c@d', 1);
INSERT INTO posts VALUES (1, 2);
