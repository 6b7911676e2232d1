CREATE TABLE o (id int PRIMARY KEY);
CREATE TABLE e (id int NOT NULL, at date NOT NULL, o_id int REFERENCES o, n int CHECK (n > 0), note text,
    PRIMARY KEY (id, at), UNIQUE (at, o_id)) PARTITION BY RANGE (at);
CREATE INDEX e_n ON e (n);
CREATE INDEX e_note ON e (lower(note)) WHERE n > 5;
CREATE TABLE e_24 PARTITION OF e FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE e_25 PARTITION OF e FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE e_27 (id int CONSTRAINT e_id_not_null NOT NULL, at date CONSTRAINT e_at_not_null NOT NULL, o_id int CONSTRAINT e_o_id_fkey REFERENCES o, n int CONSTRAINT e_n_check CHECK (n > 0), note text,
    CONSTRAINT e_27_pkey PRIMARY KEY (id, at), CONSTRAINT e_27_at_o_id_key UNIQUE (at, o_id));
CREATE INDEX e_27_n_idx ON e_27 (n);
CREATE INDEX e_27_own ON e_27 (at);
