CREATE PROCEDURE counted(OUT a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT b - c';
CREATE PROCEDURE counted(IN a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT a + b - c';
CREATE PROCEDURE gone(OUT a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT b - c';
CREATE PROCEDURE gone(IN a int, IN b int, IN c int) LANGUAGE sql AS 'SELECT a + b - c';
