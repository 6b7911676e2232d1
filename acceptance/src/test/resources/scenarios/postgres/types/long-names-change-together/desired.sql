CREATE TYPE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1 AS ENUM ('a', 'b');
CREATE TYPE nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2 AS ENUM ('x', 'y');
CREATE TYPE 表表表表表表表表表表表表表表表表表表表表表 AS (b int, a int);
CREATE TABLE t (id int, one nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn1, two nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn2, wide 表表表表表表表表表表表表表表表表表表表表表);
