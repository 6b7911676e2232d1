CREATE TRIGGER counted AFTER INSERT ON step BEGIN
    UPDATE counter SET value = value + 1 WHERE name = 'steps';
END;
INSERT INTO step SELECT id, 1 FROM item WHERE id BETWEEN 501 AND 600;
CREATE VIEW high AS SELECT id, n FROM step WHERE n > 5;
PRAGMA user_version = 8;
UPDATE counter SET value = value + 1 WHERE name = 'runs';
