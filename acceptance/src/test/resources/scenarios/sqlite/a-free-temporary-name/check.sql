SELECT a = '1' FROM t;
SELECT x = 2 FROM plumbline_new_t;
