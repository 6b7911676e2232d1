INSERT INTO t VALUES ('a=>1', NULL, 7, ARRAY['b=>2'::x.hstore], '[1,3)');
