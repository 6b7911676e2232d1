-- plumbline: renamed from users
CREATE TABLE accounts (
    id serial PRIMARY KEY,
    -- plumbline: renamed from mail
    email text UNIQUE,
    boss int REFERENCES accounts
);
CREATE TABLE posts (id int, author int REFERENCES accounts);
CREATE VIEW mails AS SELECT email AS mail FROM accounts;
CREATE FUNCTION audit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER audit AFTER INSERT ON accounts FOR EACH ROW EXECUTE FUNCTION audit();
ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON accounts USING (email = current_user);
COMMENT ON COLUMN accounts.email IS 'where to write';
GRANT SELECT (email) ON accounts TO app_reader;
