-- 1. CREATE schema s
CREATE SCHEMA s;

-- 2. CREATE conversion s.New
CREATE CONVERSION s."New" FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- 3. CREATE comment on conversion s.New
COMMENT ON CONVERSION s."New" IS 'new';

-- 4. DROP conversion public.gone
DROP CONVERSION public.gone;

-- 5. DROP conversion public.mine
DROP CONVERSION public.mine;

-- 6. CREATE conversion public.mine
CREATE DEFAULT CONVERSION public.mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- reverse

-- 1. CREATE conversion public.gone
CREATE CONVERSION public.gone FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;

-- 2. DROP conversion public.mine
DROP CONVERSION public.mine;

-- 3. CREATE conversion public.mine
CREATE CONVERSION public.mine FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- 4. DROP conversion s.New
DROP CONVERSION s."New";

-- 5. DROP schema s
DROP SCHEMA s;
