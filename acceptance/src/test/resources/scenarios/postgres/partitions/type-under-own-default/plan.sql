-- 1. CREATE enum type public.state
CREATE TYPE public.state AS ENUM ('pending', 'done');

-- 2. DROP column default public.notes.state
ALTER TABLE ONLY public.notes ALTER COLUMN state DROP DEFAULT;

-- 3. DROP column default public.notes_of_one.state
ALTER TABLE public.notes_of_one ALTER COLUMN state DROP DEFAULT;

-- 4. ALTER column public.notes.state, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
ALTER TABLE public.notes ALTER COLUMN state TYPE public.state USING (CASE state WHEN 'new' THEN 'pending' ELSE 'done' END)::public.state;

-- 5. CREATE column default public.notes.state
ALTER TABLE ONLY public.notes ALTER COLUMN state SET DEFAULT 'pending'::public.state;

-- 6. CREATE column default public.notes_of_one.state
ALTER TABLE public.notes_of_one ALTER COLUMN state SET DEFAULT 'done'::public.state;

-- 7. DROP column default public.tasks.state
ALTER TABLE ONLY public.tasks ALTER COLUMN state DROP DEFAULT;

-- 8. DROP column default public.tasks_default.state
ALTER TABLE public.tasks_default ALTER COLUMN state DROP DEFAULT;

-- 9. DROP column default public.tasks_of_then.state
ALTER TABLE ONLY public.tasks_of_then ALTER COLUMN state DROP DEFAULT;

-- 10. DROP column default public.tasks_of_then_all.state
ALTER TABLE public.tasks_of_then_all ALTER COLUMN state DROP DEFAULT;

-- 11. ALTER column public.tasks.state, DATA_DEPENDENT REWRITE IRREVERSIBLE; loses the values before the conversion, for which no 'reverse using' was given
ALTER TABLE public.tasks ALTER COLUMN state TYPE public.state USING (CASE state WHEN 'new' THEN 'pending' ELSE 'done' END)::public.state;

-- 12. CREATE column default public.tasks.state
ALTER TABLE ONLY public.tasks ALTER COLUMN state SET DEFAULT 'pending'::public.state;

-- 13. CREATE column default public.tasks_default.state
ALTER TABLE public.tasks_default ALTER COLUMN state SET DEFAULT 'pending'::public.state;

-- 14. CREATE column default public.tasks_of_then.state
ALTER TABLE ONLY public.tasks_of_then ALTER COLUMN state SET DEFAULT 'pending'::public.state;

-- 15. CREATE column default public.tasks_of_then_all.state
ALTER TABLE public.tasks_of_then_all ALTER COLUMN state SET DEFAULT 'pending'::public.state;

-- reverse

-- 1. DROP column default public.notes.state
ALTER TABLE ONLY public.notes ALTER COLUMN state DROP DEFAULT;

-- 2. DROP column default public.notes_of_one.state
ALTER TABLE public.notes_of_one ALTER COLUMN state DROP DEFAULT;

-- 3. ALTER column public.notes.state, DATA_DEPENDENT
ALTER TABLE public.notes ALTER COLUMN state TYPE character varying(20) USING state::character varying(20);

-- 4. CREATE column default public.notes.state
ALTER TABLE ONLY public.notes ALTER COLUMN state SET DEFAULT 'new'::character varying;

-- 5. CREATE column default public.notes_of_one.state
ALTER TABLE public.notes_of_one ALTER COLUMN state SET DEFAULT 'own'::character varying;

-- 6. DROP column default public.tasks.state
ALTER TABLE ONLY public.tasks ALTER COLUMN state DROP DEFAULT;

-- 7. DROP column default public.tasks_default.state
ALTER TABLE public.tasks_default ALTER COLUMN state DROP DEFAULT;

-- 8. DROP column default public.tasks_of_then.state
ALTER TABLE ONLY public.tasks_of_then ALTER COLUMN state DROP DEFAULT;

-- 9. DROP column default public.tasks_of_then_all.state
ALTER TABLE public.tasks_of_then_all ALTER COLUMN state DROP DEFAULT;

-- 10. ALTER column public.tasks.state, DATA_DEPENDENT
ALTER TABLE public.tasks ALTER COLUMN state TYPE character varying(20) USING state::character varying(20);

-- 11. CREATE column default public.tasks.state
ALTER TABLE ONLY public.tasks ALTER COLUMN state SET DEFAULT 'new'::character varying;

-- 12. CREATE column default public.tasks_default.state
ALTER TABLE public.tasks_default ALTER COLUMN state SET DEFAULT 'new'::character varying;

-- 13. CREATE column default public.tasks_of_then.state
ALTER TABLE ONLY public.tasks_of_then ALTER COLUMN state SET DEFAULT 'new'::character varying;

-- 14. CREATE column default public.tasks_of_then_all.state
ALTER TABLE public.tasks_of_then_all ALTER COLUMN state SET DEFAULT 'new'::character varying;

-- 15. DROP enum type public.state
DROP TYPE public.state;
