CREATE SCHEMA other;
-- of a schema there is one default for each way
CREATE DEFAULT CONVERSION another FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION other.from_utf FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
CREATE DEFAULT CONVERSION other.a_default FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
