INSERT INTO t (x) VALUES ('a'), ('b'), ('c');
SELECT nextval('up'), nextval('down'), setval('within', 50), setval('full_up', 500);
