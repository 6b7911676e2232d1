SELECT count(*) FROM notes;
SELECT id FROM vector_top_k('docs_embedding', vector32('[1,2,3]'), 1);
INSERT INTO notes VALUES (2, 2);
SELECT count(*) = 2 FROM upper_titles WHERE title = 'NOTED';
INSERT INTO titles VALUES ('new');
SELECT count(*) = 3 FROM docs;
