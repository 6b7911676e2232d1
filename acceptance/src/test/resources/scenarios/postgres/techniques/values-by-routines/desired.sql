CREATE SCHEMA tools;
CREATE FUNCTION tools.last_part(a text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN nullif(split_part(a, ' ', 2), ''); END $$;
CREATE FUNCTION tools.whole(a text, b text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT a || coalesce(' ' || b, '') $$;
CREATE FUNCTION tools.letter(a text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT upper(left(a, 1)) $$;
CREATE FUNCTION tools.as_word(a int, b text DEFAULT 'No. ') RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT b || a $$;
CREATE FUNCTION tools.amount_of(a text) RETURNS int LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN split_part(a, ' ', 1)::int; END $$;
CREATE FUNCTION tools.cheerful(a text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT CASE a WHEN 'held' THEN 'open' ELSE a END $$;
CREATE TYPE state AS ENUM ('open', 'closed');
CREATE TYPE mood AS ENUM ('closed', 'open');
-- plumbline: reverse column people.name using tools.whole(first_name, last_name)
CREATE TABLE people (id int PRIMARY KEY,
    first_name text NOT NULL, -- plumbline: using tools.first_part(name)
    last_name text -- plumbline: using tools.last_part(name)
);
CREATE TABLE bills (id int PRIMARY KEY,
    -- plumbline: using tools.number_of(number)
    -- plumbline: reverse using tools.as_word(number)
    number int NOT NULL,
    -- plumbline: using tools.amount_of(amount)
    -- plumbline: reverse using amount || ' EUR'
    amount int
);
CREATE TABLE tickets (id int PRIMARY KEY,
    state state NOT NULL -- plumbline: using tools.known(state::text)
);
CREATE TABLE moods (
    mood mood NOT NULL -- plumbline: using tools.cheerful(mood::text)
);
CREATE TABLE customers (id int PRIMARY KEY,
    -- plumbline: using tools.word(kind)
    -- plumbline: reverse using tools.letter(kind)
    kind text NOT NULL CONSTRAINT kind_is CHECK (kind IN ('person', 'business')),
    -- plumbline: using code OPERATOR(tools.<#) 2
    -- plumbline: reverse using code || '?'
    code text CHECK (length(code) = 2)
);
CREATE TABLE cities (id int PRIMARY KEY,
    land text NOT NULL -- plumbline: using (SELECT l.name FROM public.lands l WHERE l.code = cities.country)
);
CREATE TABLE places (id int PRIMARY KEY,
    -- plumbline: using coalesce((SELECT c.name FROM public.countries c WHERE c.code = country), country || '???')
    country text NOT NULL CHECK (length(country) > 2)
);
