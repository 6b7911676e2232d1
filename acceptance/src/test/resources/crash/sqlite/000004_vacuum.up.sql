UPDATE item SET amount = amount + 1;
VACUUM;
UPDATE counter SET value = value + 1 WHERE name = 'runs';
PRAGMA journal_mode = wal;
UPDATE item SET amount = amount + 1, name = name || '.';
PRAGMA wal_checkpoint (TRUNCATE);
INSERT INTO counter SELECT 'vacuumed', sum(amount) FROM item;
