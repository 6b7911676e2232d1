SELECT 1 FROM d1 WHERE (id, size) NOT IN ((1, 1), (3, 3), (4, 1));
SELECT 1 FROM d2 WHERE size <> 3;
SELECT 1 FROM one WHERE "now USING then" = state;
SELECT 1 WHERE (SELECT count(*) FILTER (WHERE state) FROM one) <> 1 OR NOT (SELECT state FROM one_heir);
-- after the reverse
SELECT 1 FROM d1 WHERE (id, size) NOT IN ((1, 'small'), (3, 'large'), (4, 'small'));
SELECT 1 FROM d2 WHERE size <> 'large';
SELECT 1 WHERE (SELECT state FROM ONLY one) <> 'off' OR (SELECT state FROM one_heir) <> 'on';
