CREATE VIRTUAL TABLE notes USING fts5(title, body, tokenize = 'porter ascii');
CREATE INDEX notes_titles ON notes_content ("c0");
CREATE INDEX notes_long ON notes_content (c1) WHERE length(c1) > 200;
CREATE INDEX notes_bodies ON notes_content (c1, c0 DESC);
CREATE VIRTUAL TABLE kept USING fts4(title);
CREATE UNIQUE INDEX kept_titles ON kept_content (c0title);
CREATE VIRTUAL TABLE places USING rtree(id, x0, x1);
CREATE INDEX places_parents ON places_parent (parentnode);
