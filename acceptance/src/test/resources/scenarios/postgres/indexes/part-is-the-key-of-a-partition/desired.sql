CREATE TABLE other (a int);
CREATE TABLE readings (a int, b int) PARTITION BY LIST (a);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES IN (1);
ALTER TABLE readings_1 ADD PRIMARY KEY (a);
-- It takes the key's index for its part instead of making one.
CREATE UNIQUE INDEX readings_a ON readings (a);
