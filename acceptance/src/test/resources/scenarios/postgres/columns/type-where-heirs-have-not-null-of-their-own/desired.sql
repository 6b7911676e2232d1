-- since 18 a NOT NULL has a name, and each table that has it may have another
CREATE TABLE a (id int, size bigint NOT NULL);
CREATE TABLE a_own (size bigint NOT NULL) INHERITS (a);
CREATE TABLE a_below () INHERITS (a_own);
CREATE TABLE b (id int, size bigint NOT NULL);
CREATE TABLE b_own (size bigint NOT NULL) INHERITS (b);
