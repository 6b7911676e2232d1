SELECT group_concat(name, '') = 'abc' FROM pragma_table_info('t');
SELECT a = 1 AND b = '2' AND c = 'c' FROM t;
