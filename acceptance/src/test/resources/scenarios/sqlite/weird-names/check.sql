SELECT "'; DROP TABLE x; --" = 'kept' AND "ba`ck" = 3 FROM "we""ird; '
[x] ü";
SELECT count(*) = 0 FROM log;
