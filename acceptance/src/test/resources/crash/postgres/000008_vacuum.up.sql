UPDATE item SET amount = amount + 1;
VACUUM (ANALYZE) item;
UPDATE counter SET value = value + (SELECT sum(amount) FROM item) WHERE name = 'rows';
