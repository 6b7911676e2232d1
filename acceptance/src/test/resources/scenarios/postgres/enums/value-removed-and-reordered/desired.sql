CREATE TYPE mood AS ENUM ('ok', 'happy', 'sad');
CREATE TABLE people (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'sad', past mood[] DEFAULT '{sad,ok}',
    CONSTRAINT never_ok CHECK (m <> 'ok'));
CREATE INDEX people_m ON people (m);
CREATE VIEW happy_people AS SELECT id, m, past FROM people WHERE m = 'happy';
CREATE FUNCTION cheer(m mood) RETURNS mood LANGUAGE sql IMMUTABLE AS $$ SELECT 'happy'::public.mood $$;
