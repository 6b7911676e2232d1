SELECT 1 WHERE nextval('accounts_id_seq') <> 3 OR nextval('accounts_num_seq') <> 3;
