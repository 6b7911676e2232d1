CREATE TABLE t (a INT, "Id x" TEXT);
CREATE TABLE other ("Id x" INT);
CREATE INDEX i ON t ("Id x");
CREATE INDEX p ON t (a) WHERE "Id x" > 5;
CREATE TABLE c (a INT CHECK ("Id x" <> 'b'), "Id x" TEXT DEFAULT 'c');
