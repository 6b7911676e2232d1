SELECT count(*) = 2 FROM vector_top_k('docs_embedding', vector32('[1,2,3]'), 2);
SELECT id FROM vector_top_k('docs_small', vector32('[1,0]'), 1);
SELECT count(*) FROM my_shadow;
