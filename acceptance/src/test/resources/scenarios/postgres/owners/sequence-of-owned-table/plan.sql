-- 1. CREATE column public.items.number, REWRITE
CREATE SEQUENCE public.items_number_seq AS integer;
ALTER TABLE public.items ADD COLUMN number integer DEFAULT nextval('public.items_number_seq'::regclass) NOT NULL;
ALTER SEQUENCE public.items_number_seq OWNER TO app_owner;
ALTER SEQUENCE public.items_number_seq OWNED BY public.items.number;

-- 2. CREATE column public.items.other
ALTER TABLE public.items ADD COLUMN other integer;

-- 3. ALTER sequence public.loose
ALTER SEQUENCE public.loose OWNER TO app_owner;
ALTER SEQUENCE public.loose OWNED BY public.items.other;

-- 4. CREATE column public.items.third
ALTER TABLE public.items ADD COLUMN third integer;

-- 5. ALTER sequence public.theirs
ALTER SEQUENCE public.theirs OWNED BY NONE;
ALTER SEQUENCE public.theirs OWNER TO app_owner;
ALTER SEQUENCE public.theirs OWNED BY public.items.third;

-- reverse

-- 1. ALTER sequence public.loose
ALTER SEQUENCE public.loose OWNED BY NONE;
ALTER SEQUENCE public.loose OWNER TO postgres;
ALTER SEQUENCE public.loose OWNED BY NONE;

-- 2. ALTER sequence public.theirs
ALTER SEQUENCE public.theirs OWNED BY NONE;
ALTER SEQUENCE public.theirs OWNER TO CURRENT_USER;
ALTER SEQUENCE public.theirs OWNED BY public.mine.id;

-- 3. DROP column public.items.number, DATA_LOSS IRREVERSIBLE; loses the values of column public.items.number
ALTER TABLE public.items DROP COLUMN number;

-- 4. DROP column public.items.other, DATA_LOSS IRREVERSIBLE; loses the values of column public.items.other
ALTER TABLE public.items DROP COLUMN other;

-- 5. DROP column public.items.third, DATA_LOSS IRREVERSIBLE; loses the values of column public.items.third
ALTER TABLE public.items DROP COLUMN third;
