-- 1. CREATE text search dictionary public.It's new
CREATE TEXT SEARCH DICTIONARY public."It's new" (TEMPLATE = pg_catalog.simple, stopwords = 'english');

-- 2. ALTER text search dictionary public.english_light
ALTER TEXT SEARCH DICTIONARY public.english_light (stopwords, language = 'english');

-- 3. ALTER text search dictionary public.plain
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords = 'german', accept = 'true');

-- 4. ALTER text search configuration public.docs
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR asciihword;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR file;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR "float";
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR host;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR hword;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR hword_asciipart;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR hword_numpart;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR hword_part;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR "int";
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR numhword;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR numword;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR sfloat;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR uint;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR url;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR url_path;
ALTER TEXT SEARCH CONFIGURATION public.docs DROP MAPPING FOR version;
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR asciiword WITH public.english_light, simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR email WITH public."It's new";
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR word WITH public.english_light, simple;

-- 5. CREATE text search configuration public.names
CREATE TEXT SEARCH CONFIGURATION public.names (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.names ADD MAPPING FOR asciiword WITH simple;

-- 6. ALTER comment on text search configuration public.docs
COMMENT ON TEXT SEARCH CONFIGURATION public.docs IS 'of all documents';

-- 7. CREATE comment on text search dictionary public.plain
COMMENT ON TEXT SEARCH DICTIONARY public.plain IS 'plain';

-- 8. DROP text search configuration public.goes
DROP TEXT SEARCH CONFIGURATION public.goes;

-- 9. DROP text search dictionary public.gone
DROP TEXT SEARCH DICTIONARY public.gone;

-- reverse

-- 1. ALTER text search dictionary public.english_light
ALTER TEXT SEARCH DICTIONARY public.english_light (language = 'english', stopwords = 'english');

-- 2. CREATE text search dictionary public.gone
CREATE TEXT SEARCH DICTIONARY public.gone (TEMPLATE = pg_catalog.simple);

-- 3. ALTER text search dictionary public.plain
ALTER TEXT SEARCH DICTIONARY public.plain (stopwords = 'english', accept = 'false');

-- 4. ALTER text search configuration public.docs
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR asciiword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR hword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR hword_part WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.docs ALTER MAPPING FOR word WITH english_stem;

-- 5. CREATE text search configuration public.goes
CREATE TEXT SEARCH CONFIGURATION public.goes (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.goes ADD MAPPING FOR word WITH public.gone, simple;

-- 6. ALTER comment on text search configuration public.docs
COMMENT ON TEXT SEARCH CONFIGURATION public.docs IS 'of documents';

-- 7. DROP comment on text search dictionary public.plain
COMMENT ON TEXT SEARCH DICTIONARY public.plain IS NULL;

-- 8. DROP text search configuration public.names
DROP TEXT SEARCH CONFIGURATION public.names;

-- 9. DROP text search dictionary public.It's new
DROP TEXT SEARCH DICTIONARY public."It's new";
