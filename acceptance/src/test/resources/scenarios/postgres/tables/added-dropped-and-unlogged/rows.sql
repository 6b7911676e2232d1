INSERT INTO gone VALUES (1);
INSERT INTO cache VALUES ('a', 'b');
