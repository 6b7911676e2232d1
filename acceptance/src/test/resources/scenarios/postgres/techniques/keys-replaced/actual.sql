CREATE TABLE tenant (id int NOT NULL, number int, old int UNIQUE, CONSTRAINT tenant_pkey PRIMARY KEY (id));
CREATE TABLE other (id int CONSTRAINT other_pk PRIMARY KEY, code int NOT NULL, CONSTRAINT other_code UNIQUE (code));
COMMENT ON CONSTRAINT other_code ON other IS 'one each';
CREATE TABLE refers (tenant int CONSTRAINT refers_tenant REFERENCES tenant (id));
CREATE VIEW numbers AS SELECT id, number FROM tenant GROUP BY id;
CREATE TABLE retyped (id int CONSTRAINT retyped_pkey PRIMARY KEY, n int NOT NULL);
