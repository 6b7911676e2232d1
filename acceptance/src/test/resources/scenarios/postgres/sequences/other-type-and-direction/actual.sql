CREATE SEQUENCE down AS integer INCREMENT -1;
CREATE SEQUENCE up AS smallint;
CREATE SEQUENCE small AS bigint INCREMENT -1;
SELECT nextval('down'), nextval('up'), nextval('small');
CREATE TABLE t (i integer GENERATED ALWAYS AS IDENTITY (INCREMENT -1), n bigint GENERATED ALWAYS AS IDENTITY);
