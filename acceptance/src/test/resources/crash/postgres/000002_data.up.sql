UPDATE counter SET value = value + 1 WHERE name = 'runs';
ALTER TABLE item ADD COLUMN doubled bigint;
UPDATE item SET amount = amount + 1, doubled = 2 * amount;
DO $$ BEGIN UPDATE counter SET value = value * 3 WHERE name = 'rows'; END $$;
INSERT INTO counter SELECT 'sum', sum(amount) FROM item;
