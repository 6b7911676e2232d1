CREATE TABLE p (id int UNIQUE, tenant int NOT NULL DEFAULT 1, CONSTRAINT p_pkey PRIMARY KEY (tenant, id));
CREATE TABLE c (p int CONSTRAINT c_p REFERENCES p (id));
CREATE VIEW grouped AS SELECT id, tenant FROM p GROUP BY tenant, id;
