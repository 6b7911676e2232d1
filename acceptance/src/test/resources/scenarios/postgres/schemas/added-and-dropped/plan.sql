-- 1. CREATE schema empty_app
CREATE SCHEMA empty_app;

-- 2. CREATE schema new_app
CREATE SCHEMA new_app;

-- 3. CREATE table new_app.t
CREATE TABLE new_app.t (
    id integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- 4. DROP table old_app.t, DATA_LOSS IRREVERSIBLE; loses the rows of table old_app.t
DROP TABLE old_app.t;

-- 5. DROP schema old_app
DROP SCHEMA old_app;

-- reverse

-- 1. CREATE schema old_app
CREATE SCHEMA old_app;

-- 2. CREATE table old_app.t
CREATE TABLE old_app.t (
    id integer NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);

-- 3. DROP table new_app.t, DATA_LOSS IRREVERSIBLE; loses the rows of table new_app.t
DROP TABLE new_app.t;

-- 4. DROP schema empty_app
DROP SCHEMA empty_app;

-- 5. DROP schema new_app
DROP SCHEMA new_app;
