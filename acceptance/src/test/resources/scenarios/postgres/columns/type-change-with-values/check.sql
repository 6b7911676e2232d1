SELECT 1 FROM t WHERE (id, state, size) NOT IN ((1, true, 1), (2, false, 3));
SELECT 1 FROM t WHERE at <> to_timestamp(0);
-- after the reverse
SELECT 1 FROM t WHERE (id, state, size) NOT IN ((1, 'on', 'small'), (2, 'off', 'large'));
