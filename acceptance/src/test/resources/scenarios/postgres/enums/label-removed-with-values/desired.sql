CREATE TYPE state AS ENUM ('open', 'done');
CREATE TABLE tasks (
    id bigint PRIMARY KEY,
    held boolean,
    -- plumbline: using CASE state WHEN 'on hold' THEN 'open' ELSE state END
    -- plumbline: reverse using CASE WHEN held THEN 'on hold' ELSE state::text END
    state state NOT NULL,
    -- plumbline: using array_replace(past, 'on hold', 'open')
    -- plumbline: reverse using past
    past state[]
);
CREATE TYPE size AS ENUM ('l', 's');
CREATE TABLE shirts (
    id int PRIMARY KEY,
    -- plumbline: using nullif(size, 'm')
    -- plumbline: reverse using coalesce(size::text, 'm')
    size size
);
CREATE VIEW sizes AS SELECT DISTINCT size FROM shirts;
