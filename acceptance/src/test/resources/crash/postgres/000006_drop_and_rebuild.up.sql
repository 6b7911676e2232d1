DROP INDEX CONCURRENTLY item_name;
UPDATE counter SET value = value + 1 WHERE name = 'runs';
REINDEX INDEX CONCURRENTLY item_pair;
INSERT INTO event VALUES (4, 'rebuilt');
REINDEX TABLE CONCURRENTLY item;
SET search_path = app, public;
DROP INDEX CONCURRENTLY IF EXISTS item_name;
UPDATE counter SET value = value + 1 WHERE name = 'runs';
