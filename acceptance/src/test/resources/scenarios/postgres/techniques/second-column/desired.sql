CREATE TABLE users (
    id bigserial PRIMARY KEY,
    mail varchar(80) NOT NULL,
    age integer CONSTRAINT users_old CHECK (age >= 0),
    born timestamptz,
    -- plumbline: using CASE mood WHEN 'g' THEN 'good' ELSE 'bad' END
    -- plumbline: reverse using CASE mood WHEN 'good' THEN 'g' ELSE 'b' END
    mood text NOT NULL DEFAULT 'good' CHECK (mood IN ('good', 'bad')),
    score bigint DEFAULT 8,
    note text,
    UNIQUE (mail, score)
);
CREATE INDEX users_score ON users (score DESC, lower(note)) WHERE score > 0;
CREATE UNIQUE INDEX users_born ON users (born, id);
COMMENT ON COLUMN users.id IS 'Counts.';
COMMENT ON INDEX users_score IS 'Serves the list.';
COMMENT ON CONSTRAINT users_pkey ON users IS 'The key.';
GRANT SELECT (id, mail) ON users TO app_reader;
ALTER TABLE users ALTER COLUMN id SET STATISTICS 500;
CREATE TABLE orders (
    number bigint GENERATED ALWAYS AS IDENTITY (START WITH 10),
    user_id bigint NOT NULL,
    part integer NOT NULL,
    parent bigint,
    CONSTRAINT orders_pkey PRIMARY KEY (number, part),
    CONSTRAINT orders_number_key UNIQUE (number),
    CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
    CONSTRAINT orders_parent FOREIGN KEY (parent) REFERENCES orders (number)
);
CREATE INDEX orders_user ON orders (user_id);
