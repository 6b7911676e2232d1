-- 1. ALTER column public.b.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.b ALTER COLUMN id TYPE bigint USING id::bigint;

-- 2. ALTER publication q
ALTER PUBLICATION q SET TABLES IN SCHEMA public, s;

-- 3. ALTER publication r
ALTER PUBLICATION r DROP TABLES IN SCHEMA s;

-- 4. DROP publication p
DROP PUBLICATION p;

-- 5. ALTER column public.b.kind, DATA_DEPENDENT REWRITE
ALTER TABLE public.b ALTER COLUMN kind TYPE bigint USING kind::bigint;

-- 6. CREATE publication p
CREATE PUBLICATION p FOR TABLE ONLY public.a (id, y), ONLY public.b WHERE (((kind = 1) AND (id <> 0))) WITH (publish = 'insert, update, delete, truncate');

-- 7. DROP column public.a.secret, DATA_LOSS IRREVERSIBLE; loses the values of column public.a.secret
ALTER TABLE public.a DROP COLUMN secret;

-- 8. DROP schema left_out
DROP SCHEMA left_out;

-- reverse

-- 1. CREATE schema left_out
CREATE SCHEMA left_out;

-- 2. CREATE column public.a.secret
ALTER TABLE public.a ADD COLUMN secret text;

-- 3. ALTER publication q
ALTER PUBLICATION q SET TABLES IN SCHEMA left_out, s;

-- 4. ALTER publication r
ALTER PUBLICATION r SET TABLES IN SCHEMA s;

-- 5. DROP publication p
DROP PUBLICATION p;

-- 6. ALTER column public.b.id, DATA_DEPENDENT
ALTER TABLE public.b ALTER COLUMN id TYPE integer USING id::integer;

-- 7. ALTER column public.b.kind, DATA_DEPENDENT
ALTER TABLE public.b ALTER COLUMN kind TYPE integer USING kind::integer;

-- 8. CREATE publication p
CREATE PUBLICATION p FOR TABLE ONLY public.a (id, x) WHERE ((id > 5)), ONLY public.b WHERE ((kind = 1)) WITH (publish = 'insert, update, delete, truncate');
