-- 1. CREATE collation public.co
CREATE COLLATION public.co (locale = 'C', provider = libc);

-- 2. CREATE domain public.d
CREATE DOMAIN public.d AS integer CONSTRAINT dc CHECK ((VALUE > 0));

-- 3. CREATE composite type public.c
CREATE TYPE public.c AS (a integer);

-- 4. CREATE conversion public.cv
CREATE CONVERSION public.cv FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;

-- 5. CREATE cast public.c as text
CREATE CAST (public.c AS text) WITH INOUT;

-- 6. CREATE operator public.|+|(integer,integer)
CREATE OPERATOR public.|+| (FUNCTION = int4pl, LEFTARG = integer, RIGHTARG = integer);

-- 7. CREATE text search dictionary public.di
CREATE TEXT SEARCH DICTIONARY public.di (TEMPLATE = pg_catalog.simple);

-- 8. CREATE text search configuration public.cf
CREATE TEXT SEARCH CONFIGURATION public.cf (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR asciihword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR asciiword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR hword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR hword_asciipart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR hword_part WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION public.cf ADD MAPPING FOR word WITH simple;

-- 9. CREATE foreign-data wrapper w
CREATE FOREIGN DATA WRAPPER w;

-- 10. CREATE server sv
CREATE SERVER sv FOREIGN DATA WRAPPER w;

-- 11. CREATE foreign table public.ft
CREATE FOREIGN TABLE public.ft (
    a integer
) SERVER sv;

-- 12. CREATE procedure public.pr()
CREATE OR REPLACE PROCEDURE public.pr()
 LANGUAGE sql
AS $procedure$$procedure$;

-- 13. CREATE aggregate public.ag(integer)
CREATE AGGREGATE public.ag(integer) (sfunc = int4pl, stype = integer);

-- 14. CREATE view public.v
CREATE VIEW public.v (id, n) AS
SELECT id,
    n
   FROM public.t;

-- 15. CREATE materialized view public.mv
CREATE MATERIALIZED VIEW public.mv (id) AS
SELECT id
   FROM public.t
WITH DATA;

-- 16. CREATE rule public.v.r
CREATE RULE r AS
    ON DELETE TO public.v DO INSTEAD NOTHING;

-- 17. CREATE policy public.t.pol
CREATE POLICY pol ON public.t FOR ALL TO PUBLIC;

-- 18. CREATE comment on aggregate public.ag(integer)
COMMENT ON AGGREGATE public.ag(integer) IS 'agg';

-- 19. CREATE comment on cast public.c.text
COMMENT ON CAST (public.c AS text) IS 'cast';

-- 20. CREATE comment on collation public.co
COMMENT ON COLLATION public.co IS 'coll';

-- 21. CREATE comment on column public.c.a
COMMENT ON COLUMN public.c.a IS 'attr';

-- 22. CREATE comment on column public.ft.a
COMMENT ON COLUMN public.ft.a IS 'fa';

-- 23. CREATE comment on column public.mv.id
COMMENT ON COLUMN public.mv.id IS 'mid';

-- 24. CREATE comment on column public.v.n
COMMENT ON COLUMN public.v.n IS 'number';

-- 25. CREATE comment on composite type public.c
COMMENT ON TYPE public.c IS 'comp';

-- 26. CREATE comment on constraint public.d.dc
COMMENT ON CONSTRAINT dc ON DOMAIN public.d IS 'domcon';

-- 27. CREATE comment on constraint public.t.t_pkey
COMMENT ON CONSTRAINT t_pkey ON public.t IS 'key';

-- 28. CREATE comment on conversion public.cv
COMMENT ON CONVERSION public.cv IS 'conv';

-- 29. CREATE comment on domain public.d
COMMENT ON DOMAIN public.d IS 'dom';

-- 30. ALTER comment on event trigger et
COMMENT ON EVENT TRIGGER et IS 'new';

-- 31. ALTER comment on extension hstore
COMMENT ON EXTENSION hstore IS 'ours';

-- 32. CREATE comment on foreign-data wrapper w
COMMENT ON FOREIGN DATA WRAPPER w IS 'fdw';

-- 33. CREATE comment on foreign table public.ft
COMMENT ON FOREIGN TABLE public.ft IS 'ft';

-- 34. ALTER comment on index public.t_pkey
COMMENT ON INDEX public.t_pkey IS 'new';

-- 35. CREATE comment on materialized view public.mv
COMMENT ON MATERIALIZED VIEW public.mv IS 'mat';

-- 36. CREATE comment on operator public.|+|(integer,integer)
COMMENT ON OPERATOR public.|+| (integer,integer) IS 'op';

-- 37. CREATE comment on policy public.t.pol
COMMENT ON POLICY pol ON public.t IS 'pol';

-- 38. CREATE comment on procedure public.pr()
COMMENT ON PROCEDURE public.pr() IS 'proc';

-- 39. CREATE comment on rule public.v.r
COMMENT ON RULE r ON public.v IS 'rule';

-- 40. ALTER comment on schema s
COMMENT ON SCHEMA s IS 'new';

-- 41. CREATE comment on sequence public.t_k_seq
COMMENT ON SEQUENCE public.t_k_seq IS 'counts';

-- 42. CREATE comment on server sv
COMMENT ON SERVER sv IS 'server';

-- 43. CREATE comment on statistics object public.st
COMMENT ON STATISTICS public.st IS 'both';

-- 44. CREATE comment on text search configuration public.cf
COMMENT ON TEXT SEARCH CONFIGURATION public.cf IS 'conf';

-- 45. CREATE comment on text search dictionary public.di
COMMENT ON TEXT SEARCH DICTIONARY public.di IS 'dict';

-- 46. CREATE comment on view public.v
COMMENT ON VIEW public.v IS 'view';

-- 47. DROP comment on publication pub
COMMENT ON PUBLICATION pub IS NULL;

-- reverse

-- 1. ALTER comment on event trigger et
COMMENT ON EVENT TRIGGER et IS 'old';

-- 2. ALTER comment on extension hstore
COMMENT ON EXTENSION hstore IS 'data type for storing sets of (key, value) pairs';

-- 3. ALTER comment on index public.t_pkey
COMMENT ON INDEX public.t_pkey IS 'old';

-- 4. CREATE comment on publication pub
COMMENT ON PUBLICATION pub IS 'goes';

-- 5. ALTER comment on schema s
COMMENT ON SCHEMA s IS 'old';

-- 6. DROP comment on constraint public.t.t_pkey
COMMENT ON CONSTRAINT t_pkey ON public.t IS NULL;

-- 7. DROP comment on sequence public.t_k_seq
COMMENT ON SEQUENCE public.t_k_seq IS NULL;

-- 8. DROP comment on statistics object public.st
COMMENT ON STATISTICS public.st IS NULL;

-- 9. DROP policy public.t.pol, AUTHORIZATION
DROP POLICY pol ON public.t;

-- 10. DROP materialized view public.mv
DROP MATERIALIZED VIEW public.mv;

-- 11. DROP view public.v
DROP VIEW public.v;

-- 12. DROP aggregate public.ag(integer)
DROP AGGREGATE public.ag(integer);

-- 13. DROP procedure public.pr()
DROP PROCEDURE public.pr();

-- 14. DROP foreign table public.ft
DROP FOREIGN TABLE public.ft;

-- 15. DROP server sv
DROP SERVER sv;

-- 16. DROP foreign-data wrapper w
DROP FOREIGN DATA WRAPPER w;

-- 17. DROP text search configuration public.cf
DROP TEXT SEARCH CONFIGURATION public.cf;

-- 18. DROP text search dictionary public.di
DROP TEXT SEARCH DICTIONARY public.di;

-- 19. DROP operator public.|+|(integer,integer)
DROP OPERATOR public.|+| (integer,integer);

-- 20. DROP cast public.c as text
DROP CAST (public.c AS text);

-- 21. DROP conversion public.cv
DROP CONVERSION public.cv;

-- 22. DROP composite type public.c
DROP TYPE public.c;

-- 23. DROP domain public.d
DROP DOMAIN public.d;

-- 24. DROP collation public.co
DROP COLLATION public.co;
