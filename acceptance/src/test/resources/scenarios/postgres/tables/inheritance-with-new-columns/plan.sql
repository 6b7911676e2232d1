-- 1. ALTER table public.leaves
ALTER TABLE public.leaves NO INHERIT public.other;

-- 2. CREATE column public.base.at
ALTER TABLE public.base ADD COLUMN at timestamp with time zone;

-- 3. CREATE column public.base.note
ALTER TABLE public.base ADD COLUMN note text;

-- 4. CREATE column public.joins.at
ALTER TABLE public.joins ADD COLUMN at timestamp with time zone;

-- 5. CREATE column public.joins.note
ALTER TABLE public.joins ADD COLUMN note text;

-- 6. ALTER table public.joins
ALTER TABLE public.joins INHERIT public.base;

-- 7. CREATE column public.joins_too.at
ALTER TABLE public.joins_too ADD COLUMN at timestamp with time zone;

-- 8. CREATE column public.joins_too.note
ALTER TABLE public.joins_too ADD COLUMN note text;

-- 9. ALTER table public.joins_too
ALTER TABLE public.joins_too INHERIT public.base;

-- 10. CREATE column public.other.b
ALTER TABLE public.other ADD COLUMN b text;

-- 11. DROP column public.leaves.gone, DATA_LOSS IRREVERSIBLE; loses the values of column public.leaves.gone
ALTER TABLE public.leaves DROP COLUMN gone;

-- reverse

-- 1. ALTER table public.joins
ALTER TABLE public.joins NO INHERIT public.base;

-- 2. ALTER table public.joins_too
ALTER TABLE public.joins_too NO INHERIT public.base;

-- 3. CREATE column public.leaves.gone
ALTER TABLE public.leaves ADD COLUMN gone integer;

-- 4. DROP column public.joins.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.joins.at
ALTER TABLE public.joins DROP COLUMN at;

-- 5. DROP column public.joins.note, DATA_LOSS IRREVERSIBLE; loses the values of column public.joins.note
ALTER TABLE public.joins DROP COLUMN note;

-- 6. DROP column public.joins_too.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.joins_too.at
ALTER TABLE public.joins_too DROP COLUMN at;

-- 7. DROP column public.base.at, DATA_LOSS IRREVERSIBLE; loses the values of column public.base.at
ALTER TABLE public.base DROP COLUMN at;

-- 8. DROP column public.joins_too.note, DATA_LOSS IRREVERSIBLE; loses the values of column public.joins_too.note
ALTER TABLE public.joins_too DROP COLUMN note;

-- 9. DROP column public.base.note, DATA_LOSS IRREVERSIBLE; loses the values of column public.base.note
ALTER TABLE public.base DROP COLUMN note;

-- 10. DROP column public.other.b, DATA_LOSS IRREVERSIBLE; loses the values of column public.other.b
ALTER TABLE public.other DROP COLUMN b;

-- 11. ALTER table public.leaves
ALTER TABLE public.leaves INHERIT public.other;
