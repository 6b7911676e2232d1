SELECT strict = 1 FROM pragma_table_list('t');
