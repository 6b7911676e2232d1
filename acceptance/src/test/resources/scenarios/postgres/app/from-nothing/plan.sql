-- 1. CREATE schema app
CREATE SCHEMA app;

-- 2. CREATE extension pgcrypto
CREATE EXTENSION pgcrypto WITH SCHEMA app VERSION '1.4';

-- 3. CREATE enum type app.state
CREATE TYPE app.state AS ENUM ('a', 'b');

-- 4. CREATE domain app.email
CREATE DOMAIN app.email AS text CONSTRAINT email_check CHECK ((VALUE ~~ '%@%'::text));

-- 5. CREATE table app.a
CREATE TABLE app.a (
    id integer GENERATED ALWAYS AS IDENTITY NOT NULL,
    s app.state DEFAULT 'a'::app.state,
    m app.email,
    boss integer,
    CONSTRAINT a_pkey PRIMARY KEY (id)
);

-- 6. CREATE table app.b
CREATE TABLE app.b (
    a integer NOT NULL,
    secret bytea DEFAULT app.gen_random_bytes(8),
    CONSTRAINT b_pkey PRIMARY KEY (a)
);

-- 7. CREATE view app.v
CREATE VIEW app.v (id, s, m, boss, a, secret) AS
SELECT a.id,
    a.s,
    a.m,
    a.boss,
    b.a,
    b.secret
   FROM (app.a
     JOIN app.b ON ((b.a = a.id)));

-- 8. CREATE constraint app.a.a_boss_fkey
ALTER TABLE app.a ADD CONSTRAINT a_boss_fkey FOREIGN KEY (boss) REFERENCES app.a(id);

-- 9. CREATE constraint app.b.b_a_fkey
ALTER TABLE app.b ADD CONSTRAINT b_a_fkey FOREIGN KEY (a) REFERENCES app.a(id);

-- 10. CREATE comment on extension pgcrypto
COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';

-- reverse

-- 1. DROP view app.v
DROP VIEW app.v;

-- 2. DROP table app.b, DATA_LOSS IRREVERSIBLE; loses the rows of table app.b
DROP TABLE app.b;

-- 3. DROP table app.a, DATA_LOSS IRREVERSIBLE; loses the rows of table app.a
DROP TABLE app.a;

-- 4. DROP domain app.email
DROP DOMAIN app.email;

-- 5. DROP enum type app.state
DROP TYPE app.state;

-- 6. DROP extension pgcrypto
DROP EXTENSION pgcrypto;

-- 7. DROP schema app
DROP SCHEMA app;
