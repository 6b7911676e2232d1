CREATE TABLE keyless (
    first_name text NOT NULL, -- plumbline: using split_part(name, ' ', 1)
    last_name text NOT NULL DEFAULT '' -- plumbline: using split_part(name, ' ', 2)
    -- plumbline: reverse column keyless.name using first_name || ' ' || last_name
);
CREATE TABLE parts (id int,
    first_name text NOT NULL -- plumbline: using split_part(name, ' ', 1)
) PARTITION BY RANGE (id);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES FROM (0) TO (10);
-- plumbline: reverse column parts.name using first_name || ' ' || id
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.changed := now(); RETURN NEW; END $$;
CREATE TABLE touched (id int PRIMARY KEY, changed timestamptz,
    first_name text -- plumbline: using split_part(name, ' ', 1)
);
CREATE TRIGGER touch BEFORE UPDATE ON touched FOR EACH ROW EXECUTE FUNCTION touch();
CREATE TABLE computed (id int PRIMARY KEY, name text,
    first_name text -- plumbline: using split_part(shouted, ' ', 1)
);
CREATE TABLE countries (code text PRIMARY KEY, name text NOT NULL);
CREATE TABLE cities (id int PRIMARY KEY, country text NOT NULL REFERENCES countries,
    -- plumbline: using (SELECT c.name FROM public.countries c WHERE c.code = cities.country)
    land text NOT NULL
);
CREATE TABLE changing (id int PRIMARY KEY,
    -- plumbline: using left(code, 2)
    -- plumbline: reverse using code || coalesce(rest, '')
    code varchar(2),
    rest text -- plumbline: using substr(code, 3)
);
CREATE DOMAIN word AS text CHECK (VALUE <> 'x');
CREATE TABLE checked (id int PRIMARY KEY,
    first_name word -- plumbline: using split_part(name, ' ', 1)
);
CREATE TABLE chained (id int PRIMARY KEY, name text,
    initial text DEFAULT '?', -- plumbline: using coalesce(left(name, 1), initial)
    other text, -- plumbline: using right(name, 1)
    shuffled text -- plumbline: using name || Random()
);
CREATE TABLE counted (id int PRIMARY KEY,
    number serial -- plumbline: using code::int
);
CREATE TABLE spots (
    spot point NOT NULL -- plumbline: using point(x, y)
);
-- plumbline: reverse column spots.x using spot[0]
-- plumbline: reverse column spots.y using spots.spot[1]
CREATE TABLE renamed (id int PRIMARY KEY,
    -- plumbline: renamed from name
    -- plumbline: using split_part(first_name, ' ', 1)
    -- plumbline: reverse using first_name || coalesce(' ' || last_name, '')
    first_name text NOT NULL,
    last_name text -- plumbline: using nullif(split_part(first_name, ' ', 2), '')
);
