CREATE TABLE t (words tsvector);
