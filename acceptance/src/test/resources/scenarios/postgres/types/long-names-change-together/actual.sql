CREATE TYPE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 AS ENUM ('a', 'b', 'c');
CREATE TYPE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 AS ENUM ('x', 'y', 'z');
CREATE TYPE 表表表表表表表表表表表表表表表表表表表表表 AS (a int, b int);
CREATE TABLE t (id int, one nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1, two nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2, wide 表表表表表表表表表表表表表表表表表表表表表);
