CREATE TABLE quick (id int PRIMARY KEY, item_id int REFERENCES item (id));
CREATE INDEX quick_item ON quick (item_id);
ALTER TABLE quick ADD COLUMN note text NOT NULL DEFAULT '';
COMMENT ON TABLE quick IS 'made in one exchange';
