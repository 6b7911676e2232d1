CREATE VIRTUAL TABLE places USING rtree(id, x0, x1);
CREATE TABLE visits (place INTEGER REFERENCES places, note TEXT);
CREATE VIEW people AS SELECT 1 AS name;
CREATE TABLE knows (person INTEGER REFERENCES people, note TEXT);
