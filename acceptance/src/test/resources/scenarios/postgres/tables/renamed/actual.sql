CREATE TABLE users (id serial PRIMARY KEY, mail text UNIQUE, boss int REFERENCES users);
CREATE TABLE posts (id int, author int REFERENCES users);
CREATE VIEW mails AS SELECT mail FROM users;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER audit AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION audit();
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON users USING (mail = current_user);
COMMENT ON COLUMN users.mail IS 'where to write';
GRANT SELECT (mail) ON users TO app_reader;
