CREATE DOMAIN present AS text CONSTRAINT there CHECK (VALUE IS NOT NULL);
CREATE DOMAIN counted AS bigint NOT NULL;
CREATE DOMAIN of_counted AS counted CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (id int PRIMARY KEY, words text,
    -- plumbline: using upper(words)
    loud present,
    -- plumbline: using id * 2
    twice of_counted NOT NULL DEFAULT 5);
