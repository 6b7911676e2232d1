SELECT count(*) = 1 FROM pragma_index_info('i') WHERE name = 'Id x';
