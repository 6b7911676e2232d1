INSERT INTO "we""ird; '
[x] ü" VALUES (1, 'kept', 2, 3, 4); DELETE FROM log;
