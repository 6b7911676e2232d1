-- A key that has the column beside those by which it is known.
CREATE TABLE items (id int, price int NOT NULL, CONSTRAINT items_key PRIMARY KEY (id) INCLUDE (price));
CREATE TABLE orders (id int PRIMARY KEY, item int NOT NULL, was int, CONSTRAINT orders_item FOREIGN KEY (item) REFERENCES items);
CREATE TABLE parts (id int PRIMARY KEY, item int, CONSTRAINT parts_item FOREIGN KEY (item) REFERENCES items);
CREATE TABLE codes (id int PRIMARY KEY, code int NOT NULL, note int);
CREATE UNIQUE INDEX codes_code ON codes (code) INCLUDE (note);
CREATE TABLE coded (id int PRIMARY KEY, code int, CONSTRAINT coded_code FOREIGN KEY (code) REFERENCES codes (code));
-- A column that refers to itself.
CREATE TABLE trees (id int PRIMARY KEY, above int, tree int NOT NULL, UNIQUE (id, tree),
    CONSTRAINT trees_above FOREIGN KEY (above, tree) REFERENCES trees (id, tree));
