-- 1. RENAME language new tongue
ALTER LANGUAGE tongue RENAME TO "new tongue";

-- 2. RENAME collation public.new sorting
ALTER COLLATION public.sorting RENAME TO "new sorting";

-- 3. RENAME composite type public.new pair
ALTER TYPE public.pair RENAME TO "new pair";

-- 4. RENAME range type public.new span
ALTER TYPE public.span RENAME TO "new span";

-- 5. RENAME conversion public.new convert
ALTER CONVERSION public.convert_it RENAME TO "new convert";

-- 6. RENAME operator family public.new numbers using btree
ALTER OPERATOR FAMILY public.numbers USING btree RENAME TO "new numbers";

-- 7. RENAME operator family public.new alone using hash
ALTER OPERATOR FAMILY public.alone USING hash RENAME TO "new alone";

-- 8. RENAME operator class public.new size using btree
ALTER OPERATOR CLASS public.by_size USING btree RENAME TO "new size";

-- 9. RENAME text search parser public.new words
ALTER TEXT SEARCH PARSER public.words RENAME TO "new words";

-- 10. RENAME text search template public.new plain
ALTER TEXT SEARCH TEMPLATE public.plain RENAME TO "new plain";

-- 11. RENAME text search dictionary public.new lexicon
ALTER TEXT SEARCH DICTIONARY public.lexicon RENAME TO "new lexicon";

-- 12. RENAME text search configuration public.new search
ALTER TEXT SEARCH CONFIGURATION public.search RENAME TO "new search";

-- 13. RENAME foreign-data wrapper new wrap
ALTER FOREIGN DATA WRAPPER wrap RENAME TO "new wrap";

-- 14. RENAME server new far
ALTER SERVER far RENAME TO "new far";

-- 15. RENAME foreign table public.new there
ALTER FOREIGN TABLE public.there RENAME TO "new there";

-- 16. RENAME column public.new there.m
ALTER TABLE public."new there" RENAME COLUMN n TO m;

-- 17. RENAME procedure public.new act(integer)
ALTER PROCEDURE public.act(IN integer) RENAME TO "new act";

-- 18. RENAME aggregate public.new total(integer)
ALTER AGGREGATE public.total(integer) RENAME TO "new total";

-- 19. RENAME materialized view public.new kept
ALTER MATERIALIZED VIEW public.kept RENAME TO "new kept";

-- 20. RENAME index public.new t_size
ALTER INDEX public.t_size RENAME TO "new t_size";

-- 21. RENAME constraint public.t.new positive
ALTER TABLE public.t RENAME CONSTRAINT positive TO "new positive";

-- 22. RENAME statistics object public.new stats
ALTER STATISTICS public.stats RENAME TO "new stats";

-- 23. RENAME rule public.t.new quiet
ALTER RULE quiet ON public.t RENAME TO "new quiet";

-- 24. RENAME trigger public.t.new fires
ALTER TRIGGER fires ON public.t RENAME TO "new fires";

-- 25. RENAME event trigger new watches
ALTER EVENT TRIGGER watches RENAME TO "new watches";

-- 26. RENAME policy public.t.new sees
ALTER POLICY sees ON public.t RENAME TO "new sees";

-- 27. RENAME publication new news
ALTER PUBLICATION news RENAME TO "new news";

-- reverse

-- 1. RENAME publication news
ALTER PUBLICATION "new news" RENAME TO news;

-- 2. RENAME policy public.t.sees
ALTER POLICY "new sees" ON public.t RENAME TO sees;

-- 3. RENAME event trigger watches
ALTER EVENT TRIGGER "new watches" RENAME TO watches;

-- 4. RENAME trigger public.t.fires
ALTER TRIGGER "new fires" ON public.t RENAME TO fires;

-- 5. RENAME rule public.t.quiet
ALTER RULE "new quiet" ON public.t RENAME TO quiet;

-- 6. RENAME statistics object public.stats
ALTER STATISTICS public."new stats" RENAME TO stats;

-- 7. RENAME constraint public.t.positive
ALTER TABLE public.t RENAME CONSTRAINT "new positive" TO positive;

-- 8. RENAME index public.t_size
ALTER INDEX public."new t_size" RENAME TO t_size;

-- 9. RENAME materialized view public.kept
ALTER MATERIALIZED VIEW public."new kept" RENAME TO kept;

-- 10. RENAME aggregate public.total(integer)
ALTER AGGREGATE public."new total"(integer) RENAME TO total;

-- 11. RENAME procedure public.act(integer)
ALTER PROCEDURE public."new act"(IN integer) RENAME TO act;

-- 12. RENAME column public.new there.n
ALTER TABLE public."new there" RENAME COLUMN m TO n;

-- 13. RENAME foreign table public.there
ALTER FOREIGN TABLE public."new there" RENAME TO there;

-- 14. RENAME server far
ALTER SERVER "new far" RENAME TO far;

-- 15. RENAME foreign-data wrapper wrap
ALTER FOREIGN DATA WRAPPER "new wrap" RENAME TO wrap;

-- 16. RENAME text search configuration public.search
ALTER TEXT SEARCH CONFIGURATION public."new search" RENAME TO search;

-- 17. RENAME text search dictionary public.lexicon
ALTER TEXT SEARCH DICTIONARY public."new lexicon" RENAME TO lexicon;

-- 18. RENAME text search template public.plain
ALTER TEXT SEARCH TEMPLATE public."new plain" RENAME TO plain;

-- 19. RENAME text search parser public.words
ALTER TEXT SEARCH PARSER public."new words" RENAME TO words;

-- 20. RENAME operator class public.by_size using btree
ALTER OPERATOR CLASS public."new size" USING btree RENAME TO by_size;

-- 21. RENAME operator family public.alone using hash
ALTER OPERATOR FAMILY public."new alone" USING hash RENAME TO alone;

-- 22. RENAME operator family public.numbers using btree
ALTER OPERATOR FAMILY public."new numbers" USING btree RENAME TO numbers;

-- 23. RENAME conversion public.convert_it
ALTER CONVERSION public."new convert" RENAME TO convert_it;

-- 24. RENAME range type public.span
ALTER TYPE public."new span" RENAME TO span;

-- 25. RENAME composite type public.pair
ALTER TYPE public."new pair" RENAME TO pair;

-- 26. RENAME collation public.sorting
ALTER COLLATION public."new sorting" RENAME TO sorting;

-- 27. RENAME language tongue
ALTER LANGUAGE "new tongue" RENAME TO tongue;
