CREATE TABLE items (id int, price bigint NOT NULL, CONSTRAINT items_key PRIMARY KEY (id) INCLUDE (price));
CREATE TABLE orders (id int PRIMARY KEY, item int NOT NULL, was int, CONSTRAINT orders_item FOREIGN KEY (item) REFERENCES items,
    CONSTRAINT orders_was FOREIGN KEY (was) REFERENCES items);
CREATE TABLE parts (id int PRIMARY KEY, item int);
CREATE TABLE codes (id int PRIMARY KEY, code int NOT NULL, note bigint);
CREATE UNIQUE INDEX codes_code ON codes (code) INCLUDE (note);
CREATE TABLE coded (id int PRIMARY KEY, code int, CONSTRAINT coded_code FOREIGN KEY (code) REFERENCES codes (code));
CREATE TABLE trees (id int PRIMARY KEY, above int, tree text NOT NULL, UNIQUE (id, tree),
    CONSTRAINT trees_above FOREIGN KEY (above, tree) REFERENCES trees (id, tree));
