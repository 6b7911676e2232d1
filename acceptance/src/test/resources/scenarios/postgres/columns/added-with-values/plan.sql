-- 1. CREATE sequence public.tickets
CREATE SEQUENCE public.tickets AS bigint;

-- 2. CREATE column public.t.always, REWRITE
ALTER TABLE public.t ADD COLUMN always integer GENERATED ALWAYS AS IDENTITY NOT NULL;

-- 3. CREATE column public.t.created
ALTER TABLE public.t ADD COLUMN created timestamp with time zone DEFAULT now() NOT NULL;

-- 4. CREATE column public.t.number, REWRITE
CREATE SEQUENCE public.t_number_seq AS integer;
ALTER TABLE public.t ADD COLUMN number integer DEFAULT nextval('public.t_number_seq'::regclass) NOT NULL;
ALTER SEQUENCE public.t_number_seq OWNED BY public.t.number;

-- 5. CREATE column public.t.ticket, REWRITE
ALTER TABLE public.t ADD COLUMN ticket bigint DEFAULT nextval('public.tickets'::regclass) NOT NULL;

-- 6. CREATE function public.token()
CREATE OR REPLACE FUNCTION public.token()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT md5(random()::text) $function$;

-- 7. CREATE column public.t.token, REWRITE
ALTER TABLE public.t ADD COLUMN token text DEFAULT public.token() NOT NULL;

-- reverse

-- 1. DROP column public.t.always
ALTER TABLE public.t DROP COLUMN always;

-- 2. DROP column public.t.created, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.created
ALTER TABLE public.t DROP COLUMN created;

-- 3. DROP column public.t.number, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.number
ALTER TABLE public.t DROP COLUMN number;

-- 4. DROP column public.t.ticket, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.ticket
ALTER TABLE public.t DROP COLUMN ticket;

-- 5. DROP column public.t.token, DATA_LOSS IRREVERSIBLE; loses the values of column public.t.token
ALTER TABLE public.t DROP COLUMN token;

-- 6. DROP function public.token()
DROP FUNCTION public.token();

-- 7. DROP sequence public.tickets
DROP SEQUENCE public.tickets;
