INSERT INTO "Users" SELECT md5(i::text)::uuid, i || '@example.org' FROM generate_series(1, 60) i;
INSERT INTO logins SELECT id, now() FROM "Users";
