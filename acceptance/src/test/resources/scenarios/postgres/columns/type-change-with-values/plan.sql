-- 1. ALTER column public.t.at, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
ALTER TABLE public.t ALTER COLUMN at TYPE timestamp with time zone USING (to_timestamp(at::bigint))::timestamp with time zone;

-- 2. DROP constraint public.t.t_state_check
ALTER TABLE public.t DROP CONSTRAINT t_state_check;

-- 3. DROP view public.states
DROP VIEW public.states;

-- 4. DROP column default public.t.size
ALTER TABLE public.t ALTER COLUMN size DROP DEFAULT;

-- 5. ALTER column public.t.size, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN size TYPE integer USING (CASE size WHEN 'small' THEN 1 WHEN 'large' THEN 3 END)::integer;

-- 6. CREATE constraint public.t.t_size_check, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_size_check CHECK ((size > 0)) NOT VALID;

-- 7. ALTER constraint public.t.t_size_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_size_check;

-- 8. DROP column default public.t.state
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

-- 9. ALTER column public.t.state, DATA_DEPENDENT REWRITE
ALTER TABLE public.t ALTER COLUMN state TYPE boolean USING (state = 'on')::boolean;

-- 10. CREATE column default public.t.state
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT true;

-- 11. CREATE view public.states
CREATE VIEW public.states (id, state) AS
SELECT id,
    state
   FROM public.t;

-- reverse

-- 1. ALTER column public.t.at, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN at TYPE text USING at::text;

-- 2. DROP constraint public.t.t_size_check
ALTER TABLE public.t DROP CONSTRAINT t_size_check;

-- 3. ALTER column public.t.size, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN size TYPE text USING (CASE size WHEN 1 THEN 'small' WHEN 3 THEN 'large' END)::text;

-- 4. CREATE column default public.t.size
ALTER TABLE public.t ALTER COLUMN size SET DEFAULT 'small'::text;

-- 5. DROP view public.states
DROP VIEW public.states;

-- 6. DROP column default public.t.state
ALTER TABLE public.t ALTER COLUMN state DROP DEFAULT;

-- 7. ALTER column public.t.state, DATA_DEPENDENT
ALTER TABLE public.t ALTER COLUMN state TYPE text USING (CASE WHEN state THEN 'on' ELSE 'off' END)::text;

-- 8. CREATE column default public.t.state
ALTER TABLE public.t ALTER COLUMN state SET DEFAULT 'on'::text;

-- 9. CREATE view public.states
CREATE VIEW public.states (id, state) AS
SELECT id,
    state
   FROM public.t;

-- 10. CREATE constraint public.t.t_state_check, DATA_DEPENDENT
ALTER TABLE public.t ADD CONSTRAINT t_state_check CHECK ((state = ANY (ARRAY['on'::text, 'off'::text]))) NOT VALID;

-- 11. ALTER constraint public.t.t_state_check, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT t_state_check;
