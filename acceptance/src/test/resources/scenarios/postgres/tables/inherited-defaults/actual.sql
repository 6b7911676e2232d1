CREATE TABLE zoo (id int, kind text DEFAULT 'animal', n int DEFAULT 1, p int DEFAULT 5);
CREATE TABLE ape (extra text) INHERITS (zoo);
CREATE TABLE zebra (extra text) INHERITS (zoo);
ALTER TABLE ape ALTER COLUMN kind DROP DEFAULT;
CREATE TABLE e (id int, at date, n int DEFAULT 1, m int DEFAULT 2) PARTITION BY RANGE (at);
CREATE TABLE a_24 PARTITION OF e FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
