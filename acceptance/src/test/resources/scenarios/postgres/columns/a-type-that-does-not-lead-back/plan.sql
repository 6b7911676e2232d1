-- 1. ALTER column public.t.words, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the reverse cannot convert every value
ALTER TABLE public.t ALTER COLUMN words TYPE tsvector USING words::text::tsvector;

-- reverse

-- 1. ALTER column public.t.words, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN words TYPE integer USING words::text::integer;
