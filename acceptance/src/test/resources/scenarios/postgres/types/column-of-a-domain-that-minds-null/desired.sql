CREATE DOMAIN wider AS bigint;
CREATE DOMAIN present AS bigint CONSTRAINT there CHECK (VALUE IS NOT NULL);
CREATE DOMAIN of_present AS present;
CREATE TABLE t (id int PRIMARY KEY, a present, b of_present, c wider);
