-- 1. CREATE language fresh
CREATE OR REPLACE TRUSTED LANGUAGE fresh HANDLER public.pl_call;

-- 2. ALTER language mine
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.pl_call INLINE public.pl_inline VALIDATOR public.pl_check;

-- 3. CREATE access method heap2
CREATE ACCESS METHOD heap2 TYPE INDEX HANDLER bthandler;

-- 4. CREATE transform for bigint in mine
CREATE OR REPLACE TRANSFORM FOR bigint LANGUAGE mine (FROM SQL WITH FUNCTION public.to_it(internal));

-- 5. CREATE text search parser public.words
CREATE TEXT SEARCH PARSER public.words (END = prsd_end, GETTOKEN = prsd_nexttoken, HEADLINE = prsd_headline, LEXTYPES = prsd_lextype, START = prsd_start);

-- 6. CREATE text search configuration public.c
CREATE TEXT SEARCH CONFIGURATION public.c (PARSER = public.words);

-- 7. ALTER table public.t, REWRITE
ALTER TABLE public.t SET ACCESS METHOD heap;

-- 8. CREATE comment on access method heap2
COMMENT ON ACCESS METHOD heap2 IS 'a tree';

-- 9. CREATE comment on language mine
COMMENT ON LANGUAGE mine IS 'ours';

-- 10. CREATE comment on text search parser public.words
COMMENT ON TEXT SEARCH PARSER public.words IS 'words';

-- 11. CREATE comment on transform bigint.mine
COMMENT ON TRANSFORM FOR bigint LANGUAGE mine IS 'big';

-- 12. CREATE grant to app_reader on language mine
GRANT USAGE ON LANGUAGE mine TO app_reader;

-- 13. DROP text search template public.plain
DROP TEXT SEARCH TEMPLATE public.plain;

-- 14. CREATE text search template public.plain
CREATE TEXT SEARCH TEMPLATE public.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- 15. CREATE text search dictionary public.d
CREATE TEXT SEARCH DICTIONARY public.d (TEMPLATE = public.plain);

-- 16. CREATE comment on text search template public.plain
COMMENT ON TEXT SEARCH TEMPLATE public.plain IS 'plain';

-- 17. DROP text search parser public.gone
DROP TEXT SEARCH PARSER public.gone;

-- 18. DROP transform for integer in mine
DROP TRANSFORM FOR integer LANGUAGE mine;

-- 19. DROP access method pile
DROP ACCESS METHOD pile;

-- 20. DROP language gone
DROP LANGUAGE gone;

-- reverse

-- 1. CREATE language gone
CREATE OR REPLACE LANGUAGE gone HANDLER public.pl_call;

-- 2. ALTER language mine
CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER public.pl_call;

-- 3. CREATE access method pile
CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;

-- 4. CREATE transform for integer in mine
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE mine (FROM SQL WITH FUNCTION public.to_it(internal));

-- 5. CREATE text search parser public.gone
CREATE TEXT SEARCH PARSER public.gone (END = prsd_end, GETTOKEN = prsd_nexttoken, LEXTYPES = prsd_lextype, START = prsd_start);

-- 6. ALTER table public.t
ALTER TABLE public.t SET ACCESS METHOD pile;

-- 7. DROP grant to app_reader on language mine, AUTHORIZATION
REVOKE USAGE ON LANGUAGE mine FROM app_reader;

-- 8. DROP comment on language mine
COMMENT ON LANGUAGE mine IS NULL;

-- 9. DROP text search configuration public.c
DROP TEXT SEARCH CONFIGURATION public.c;

-- 10. DROP text search dictionary public.d
DROP TEXT SEARCH DICTIONARY public.d;

-- 11. DROP text search template public.plain
DROP TEXT SEARCH TEMPLATE public.plain;

-- 12. CREATE text search template public.plain
CREATE TEXT SEARCH TEMPLATE public.plain (LEXIZE = dsimple_lexize);

-- 13. DROP text search parser public.words
DROP TEXT SEARCH PARSER public.words;

-- 14. DROP transform for bigint in mine
DROP TRANSFORM FOR bigint LANGUAGE mine;

-- 15. DROP access method heap2
DROP ACCESS METHOD heap2;

-- 16. DROP language fresh
DROP LANGUAGE fresh;
