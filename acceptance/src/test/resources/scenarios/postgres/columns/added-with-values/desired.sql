CREATE SEQUENCE tickets;
CREATE FUNCTION token() RETURNS text LANGUAGE sql VOLATILE AS $$ SELECT md5(random()::text) $$;
CREATE TABLE t (id int PRIMARY KEY, first text NOT NULL, last text NOT NULL,
    created timestamptz NOT NULL DEFAULT now(), token text NOT NULL DEFAULT token(),
    ticket bigint NOT NULL DEFAULT nextval('tickets'), number serial, always int GENERATED ALWAYS AS IDENTITY);
