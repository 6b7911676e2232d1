-- 1. CREATE enum type public.job_state
CREATE TYPE public.job_state AS ENUM ('new', 'done', 'failed');

-- 2. DROP constraint public.jobs.jobs_state
ALTER TABLE public.jobs DROP CONSTRAINT jobs_state;

-- 3. DROP index public.jobs_new
DROP INDEX public.jobs_new;

-- 4. DROP view public.open_jobs
DROP VIEW public.open_jobs;

-- 5. DROP column default public.jobs.state
ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

-- 6. ALTER column public.jobs.state, DATA_DEPENDENT REWRITE
ALTER TABLE public.jobs ALTER COLUMN state TYPE public.job_state USING state::public.job_state;

-- 7. CREATE column default public.jobs.state
ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'new'::public.job_state;

-- 8. CREATE view public.open_jobs
CREATE VIEW public.open_jobs (id, state) AS
SELECT id,
    state
   FROM public.jobs
  WHERE (state = 'new'::public.job_state);

-- 9. CREATE index public.jobs_new, OUTSIDE
CREATE INDEX CONCURRENTLY jobs_new ON public.jobs USING btree (id) WHERE (state = 'new'::public.job_state);

-- reverse

-- 1. DROP index public.jobs_new
DROP INDEX public.jobs_new;

-- 2. DROP view public.open_jobs
DROP VIEW public.open_jobs;

-- 3. DROP column default public.jobs.state
ALTER TABLE public.jobs ALTER COLUMN state DROP DEFAULT;

-- 4. ALTER column public.jobs.state, DATA_DEPENDENT
ALTER TABLE public.jobs ALTER COLUMN state TYPE text USING state::text;

-- 5. CREATE column default public.jobs.state
ALTER TABLE public.jobs ALTER COLUMN state SET DEFAULT 'new'::text;

-- 6. CREATE view public.open_jobs
CREATE VIEW public.open_jobs (id, state) AS
SELECT id,
    state
   FROM public.jobs
  WHERE (state = 'new'::text);

-- 7. CREATE index public.jobs_new, OUTSIDE
CREATE INDEX CONCURRENTLY jobs_new ON public.jobs USING btree (id) WHERE (state = 'new'::text);

-- 8. CREATE constraint public.jobs.jobs_state, DATA_DEPENDENT
ALTER TABLE public.jobs ADD CONSTRAINT jobs_state CHECK ((state = ANY (ARRAY['new'::text, 'done'::text]))) NOT VALID;

-- 9. ALTER constraint public.jobs.jobs_state, ALONE, DATA_DEPENDENT
ALTER TABLE public.jobs VALIDATE CONSTRAINT jobs_state;

-- 10. DROP enum type public.job_state
DROP TYPE public.job_state;
