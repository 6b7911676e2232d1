CREATE TABLE p (id int NOT NULL, code text, parent int, during int4range, gone int, u text,
    CONSTRAINT p_pkey PRIMARY KEY (id) INCLUDE (code),
    CONSTRAINT p_code UNIQUE (code) WITH (fillfactor = 60),
    CONSTRAINT p_parent FOREIGN KEY (parent) REFERENCES p ON DELETE SET NULL,
    CONSTRAINT p_during EXCLUDE USING gist (during WITH &&) WHERE (id > 0),
    CONSTRAINT p_positive CHECK (id > 0) NO INHERIT);
CREATE TABLE c (p_id int CONSTRAINT c_p REFERENCES p ON UPDATE CASCADE ON DELETE RESTRICT);
