CREATE PROCEDURE counted(OUT a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT b - c';
CREATE PROCEDURE counted(IN a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT a + b - c';
CREATE PROCEDURE made(OUT a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT b - c';
CREATE PROCEDURE made(IN a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT a + b - c';
-- Without a mode, three arguments could be those of either (CREATE PROCEDURE, Notes).
COMMENT ON PROCEDURE counted(IN int, IN int) IS 'two in, one out';
COMMENT ON PROCEDURE counted(IN int, IN int, IN int) IS 'three in';
COMMENT ON PROCEDURE made(IN int, IN int, IN int) IS 'three in';
GRANT EXECUTE ON PROCEDURE counted(IN int, IN int, IN int) TO app_reader;
REVOKE EXECUTE ON PROCEDURE made(IN int, IN int, IN int) FROM PUBLIC;
