CREATE VIRTUAL TABLE notes USING fts5(title, body);
CREATE INDEX notes_titles ON notes_content ("c0");
CREATE INDEX notes_long ON notes_content (c1) WHERE length(c1) > 100;
CREATE VIRTUAL TABLE gone USING fts5(title);
CREATE INDEX gone_titles ON gone_content (c0);
CREATE VIRTUAL TABLE kept USING fts4(title);
CREATE INDEX kept_titles ON kept_content (c0title);
CREATE TRIGGER kept_watched AFTER DELETE ON kept_content BEGIN SELECT 1; END;
