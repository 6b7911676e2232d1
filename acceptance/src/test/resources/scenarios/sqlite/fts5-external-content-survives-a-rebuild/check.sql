SELECT group_concat(rowid) = '3,8' FROM docs_fts WHERE docs_fts MATCH 'line';
DELETE FROM docs WHERE id = 3;
SELECT group_concat(rowid) = '8' FROM docs_fts WHERE docs_fts MATCH 'line';
INSERT INTO docs_fts (docs_fts) VALUES ('integrity-check');
