CREATE TABLE tenant (id int NOT NULL CONSTRAINT tenant_id UNIQUE, number int NOT NULL, CONSTRAINT tenant_pkey PRIMARY KEY (number, id));
CREATE TABLE other (id int NOT NULL, code int CONSTRAINT other_code_pk PRIMARY KEY, CONSTRAINT other_code UNIQUE (code, id));
COMMENT ON CONSTRAINT other_code ON other IS 'one each';
CREATE TABLE refers (tenant int CONSTRAINT refers_tenant REFERENCES tenant (id));
CREATE VIEW numbers AS SELECT id, number FROM tenant GROUP BY id, number;
CREATE TABLE retyped (id bigint, n int NOT NULL, CONSTRAINT retyped_pkey PRIMARY KEY (id, n));
