SELECT 1 WHERE (SELECT array_agg(id ORDER BY id) FROM m) <> '{2,4}' OR (SELECT count(*) FROM m_eu) <> 1 OR (SELECT count(*) FROM m_rest) <> 1;
