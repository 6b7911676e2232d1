-- 1. DROP conversion other.from_utf
DROP CONVERSION other.from_utf;

-- 2. CREATE conversion other.a_default
CREATE DEFAULT CONVERSION other.a_default FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- 3. CREATE conversion other.from_utf
CREATE CONVERSION other.from_utf FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- 4. DROP conversion public.to_utf
DROP CONVERSION public.to_utf;

-- 5. CREATE conversion public.another
CREATE DEFAULT CONVERSION public.another FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- reverse

-- 1. DROP conversion other.a_default
DROP CONVERSION other.a_default;

-- 2. DROP conversion other.from_utf
DROP CONVERSION other.from_utf;

-- 3. CREATE conversion other.from_utf
CREATE DEFAULT CONVERSION other.from_utf FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- 4. DROP conversion public.another
DROP CONVERSION public.another;

-- 5. CREATE conversion public.to_utf
CREATE DEFAULT CONVERSION public.to_utf FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
