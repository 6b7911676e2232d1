-- known behind a comment
CREATE INDEX CONCURRENTLY item_name ON item (name);
UPDATE counter SET value = value + 1 WHERE name = 'runs';
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS item_pair ON public.item (amount, id);
COMMENT ON INDEX item_pair IS 'built outside of transactions';
UPDATE item SET amount = amount + 1 WHERE id % 2 = 0;
/* and a name to quote */ CREATE INDEX CONCURRENTLY IF NOT EXISTS "Item ""Doubled""" ON ONLY item USING btree (doubled);
INSERT INTO counter VALUES ('indexed', 1);
