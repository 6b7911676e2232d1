SELECT strict = 1 AND wr = 1 FROM pragma_table_list('t');
