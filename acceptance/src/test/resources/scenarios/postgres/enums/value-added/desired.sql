CREATE TYPE mood AS ENUM ('awful', 'sad', 'ok', 'happy', 'ecstatic');
CREATE TABLE people (id int PRIMARY KEY, m mood NOT NULL DEFAULT 'ok',
    CONSTRAINT not_awful CHECK (m <> 'awful'));
CREATE INDEX ecstatic_people ON people (id) WHERE m = 'ecstatic';
