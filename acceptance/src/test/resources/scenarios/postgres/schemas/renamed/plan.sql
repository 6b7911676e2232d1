-- 1. RENAME schema customers
ALTER SCHEMA crm RENAME TO customers;

-- 2. CREATE column customers.people.city
ALTER TABLE customers.people ADD COLUMN city text;

-- reverse

-- 1. DROP column customers.people.city, DATA_LOSS IRREVERSIBLE; loses the values of column customers.people.city
ALTER TABLE customers.people DROP COLUMN city;

-- 2. RENAME schema crm
ALTER SCHEMA customers RENAME TO crm;
