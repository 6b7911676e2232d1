UPDATE counter SET value = value + 1 WHERE name = 'runs';
ALTER TABLE item ADD COLUMN doubled INTEGER;
UPDATE item SET amount = amount + 1, doubled = 2 * amount;
CREATE INDEX item_name ON item (name);
INSERT INTO counter SELECT 'sum', sum(amount) FROM item;
