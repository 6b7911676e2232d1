CREATE TABLE parent (a int, b int CONSTRAINT b_given NOT NULL, c text, d int);
CREATE TABLE gone () INHERITS (parent);
ALTER TABLE ONLY gone ALTER a SET NOT NULL;
