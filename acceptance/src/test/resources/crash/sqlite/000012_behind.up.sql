DROP INDEX item_name;
CREATE UNIQUE INDEX item_pair ON item (amount, id);
VACUUM;
DELETE FROM item WHERE id % 10 = 0;
UPDATE counter SET value = value + (SELECT count(*) FROM item) WHERE name = 'rows';
