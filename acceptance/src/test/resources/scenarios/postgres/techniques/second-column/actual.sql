CREATE TABLE users (
    id serial PRIMARY KEY,
    mail varchar(40) NOT NULL,
    age text CONSTRAINT users_age CHECK (age <> ''),
    born timestamp,
    mood char(1) NOT NULL DEFAULT 'g' CHECK (mood IN ('g', 'b')),
    score integer DEFAULT 7,
    note text,
    UNIQUE (mail, score)
);
CREATE INDEX users_score ON users (score DESC, lower(note)) WHERE score > 0;
CREATE UNIQUE INDEX users_born ON users (born, id);
COMMENT ON COLUMN users.id IS 'Counts.';
COMMENT ON INDEX users_score IS 'Serves the list.';
COMMENT ON CONSTRAINT users_pkey ON users IS 'The key.';
GRANT SELECT (id, mail) ON users TO app_reader;
CREATE TABLE orders (
    number integer GENERATED ALWAYS AS IDENTITY (START WITH 10),
    user_id integer NOT NULL,
    part integer NOT NULL,
    parent integer,
    CONSTRAINT orders_pkey PRIMARY KEY (number, part),
    CONSTRAINT orders_number_key UNIQUE (number),
    CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE,
    CONSTRAINT orders_parent FOREIGN KEY (parent) REFERENCES orders (number)
);
CREATE INDEX orders_user ON orders (user_id);
