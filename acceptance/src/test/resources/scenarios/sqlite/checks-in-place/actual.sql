CREATE TABLE t (a INT CONSTRAINT positive CHECK (a > 0), b TEXT, CONSTRAINT "twice named" CHECK (b <> ''), CONSTRAINT k CHECK (a < 100), CHECK (b <> 'q'));
