SELECT count(*) FROM "Users" HAVING count(*) <> 60;
SELECT 1 FROM "Users_0" HAVING count(*) = 0;
SELECT 1 FROM "Users_3" HAVING count(*) = 0;
SELECT * FROM logins WHERE users NOT IN (SELECT id FROM "Users");
-- after the reverse
SELECT count(*) FROM "Users" HAVING count(*) <> 60;
SELECT * FROM logins WHERE users NOT IN (SELECT id FROM "Users");
