SELECT 1 FROM t WHERE active <> (id = 1) OR size <> CASE id WHEN 1 THEN 3 ELSE 1 END;
-- after the reverse
SELECT 1 FROM t WHERE active <> CASE id WHEN 1 THEN 'yes' ELSE 'no' END;
