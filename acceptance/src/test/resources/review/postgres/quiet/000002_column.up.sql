ALTER TABLE tasks ADD COLUMN owner text NOT NULL DEFAULT '';
COMMENT ON COLUMN tasks.owner IS 'who works on it';
