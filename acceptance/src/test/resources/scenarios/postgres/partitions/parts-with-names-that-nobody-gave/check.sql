-- no part of what stays has another name
SELECT name FROM unnest(ARRAY['p1_before_n_idx', 'p1_before_n_idx1', 'p1_before_pkey', 'by_hand', 'brought_t', 'key_2', 'brought']) AS name WHERE to_regclass(name) IS NULL;
