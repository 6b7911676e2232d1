-- 1. CREATE sequence public.tickets
CREATE SEQUENCE public.tickets AS bigint;

-- 2. CREATE column public.t.always
CREATE SEQUENCE IF NOT EXISTS public.t_always_plumbline_seq AS integer;
GRANT USAGE ON SEQUENCE public.t_always_plumbline_seq TO PUBLIC;
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS always_plumbline_new integer;
ALTER TABLE public.t ALTER COLUMN always_plumbline_new SET DEFAULT pg_catalog.nextval('public.t_always_plumbline_seq'::pg_catalog.regclass);

-- 3. CONVERT column public.t.always, BATCHES
UPDATE public.t SET always_plumbline_new = DEFAULT WHERE always_plumbline_new IS NULL;

-- 4. ALTER column public.t.always
ALTER TABLE public.t ADD CONSTRAINT t_always_not_null NOT NULL always_plumbline_new NOT VALID;

-- 5. ALTER column public.t.always, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_always_not_null;

-- 6. ALTER column public.t.always
ALTER TABLE public.t ALTER COLUMN always_plumbline_new DROP DEFAULT;
ALTER TABLE public.t RENAME COLUMN always_plumbline_new TO always;
ALTER TABLE public.t ALTER COLUMN always ADD GENERATED ALWAYS AS IDENTITY;
SELECT pg_catalog.setval('public.t_always_seq', last_value, is_called) FROM public.t_always_plumbline_seq;
DROP SEQUENCE public.t_always_plumbline_seq;

-- 7. CREATE column public.t.created
ALTER TABLE public.t ADD COLUMN created timestamp with time zone DEFAULT now() NOT NULL;

-- 8. CREATE column public.t.number
CREATE SEQUENCE public.t_number_seq AS integer;
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS number_plumbline_new integer;
ALTER TABLE public.t ALTER COLUMN number_plumbline_new SET DEFAULT nextval('public.t_number_seq'::regclass);

-- 9. CONVERT column public.t.number, BATCHES
UPDATE public.t SET number_plumbline_new = DEFAULT WHERE number_plumbline_new IS NULL;

-- 10. ALTER column public.t.number
ALTER TABLE public.t ADD CONSTRAINT t_number_not_null NOT NULL number_plumbline_new NOT VALID;

-- 11. ALTER column public.t.number, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_number_not_null;

-- 12. ALTER column public.t.number
ALTER TABLE public.t RENAME COLUMN number_plumbline_new TO number;
ALTER SEQUENCE public.t_number_seq OWNED BY public.t.number;

-- 13. CREATE column public.t.ticket
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS ticket_plumbline_new bigint;
ALTER TABLE public.t ALTER COLUMN ticket_plumbline_new SET DEFAULT nextval('public.tickets'::regclass);

-- 14. CONVERT column public.t.ticket, BATCHES
UPDATE public.t SET ticket_plumbline_new = DEFAULT WHERE ticket_plumbline_new IS NULL;

-- 15. ALTER column public.t.ticket
ALTER TABLE public.t ADD CONSTRAINT t_ticket_not_null NOT NULL ticket_plumbline_new NOT VALID;

-- 16. ALTER column public.t.ticket, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_ticket_not_null;

-- 17. ALTER column public.t.ticket
ALTER TABLE public.t RENAME COLUMN ticket_plumbline_new TO ticket;

-- 18. CREATE function public.token()
CREATE OR REPLACE FUNCTION public.token()
 RETURNS text
 LANGUAGE sql
AS $function$ SELECT md5(random()::text) $function$;

-- 19. CREATE column public.t.token
ALTER TABLE public.t ADD COLUMN IF NOT EXISTS token_plumbline_new text;
ALTER TABLE public.t ALTER COLUMN token_plumbline_new SET DEFAULT public.token();

-- 20. CONVERT column public.t.token, BATCHES
UPDATE public.t SET token_plumbline_new = DEFAULT WHERE token_plumbline_new IS NULL;

-- 21. ALTER column public.t.token
ALTER TABLE public.t ADD CONSTRAINT t_token_not_null NOT NULL token_plumbline_new NOT VALID;

-- 22. ALTER column public.t.token, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_token_not_null;

-- 23. ALTER column public.t.token
ALTER TABLE public.t RENAME COLUMN token_plumbline_new TO token;

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
