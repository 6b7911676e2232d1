SELECT 1 WHERE (SELECT count(*) FROM r) <> 1 OR (SELECT count(*) FROM r_24) <> 1 OR (SELECT count(*) FROM m_1) <> 1 OR (SELECT count(*) FROM l_eu) <> 2;
SELECT 1 FROM pg_inherits WHERE inhdetachpending;
