CREATE TABLE t (id int, a text, b text DEFAULT 'b', c varchar(10) NOT NULL, d numeric(6,2), e text, f int DEFAULT 1, gone text);
