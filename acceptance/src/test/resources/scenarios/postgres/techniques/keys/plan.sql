-- 1. ALTER column public.plain.id
ALTER TABLE public.plain ADD CONSTRAINT plain_id_not_null NOT NULL id NOT VALID;

-- 2. ALTER column public.plain.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.plain VALIDATE CONSTRAINT plain_id_not_null;

-- 3. CREATE constraint public.known.known_code_key
ALTER TABLE public.known ADD CONSTRAINT known_code_key UNIQUE USING INDEX known_code_key;

-- 4. CREATE constraint public.plain.plain_Odd key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY "plain_Odd key" ON public.plain USING btree ("Odd (name", a);

-- 5. CREATE constraint public.plain.plain_Odd key
ALTER TABLE public.plain ADD CONSTRAINT "plain_Odd key" UNIQUE USING INDEX "plain_Odd key" DEFERRABLE;

-- 6. CREATE constraint public.plain.plain_a_b_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY plain_a_b_key ON public.plain USING btree (a, b);

-- 7. CREATE constraint public.plain.plain_a_b_key
ALTER TABLE public.plain ADD CONSTRAINT plain_a_b_key UNIQUE USING INDEX plain_a_b_key DEFERRABLE INITIALLY DEFERRED;

-- 8. CREATE constraint public.plain.plain_code_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY plain_code_key ON public.plain USING btree (code) WITH (fillfactor = 70);

-- 9. CREATE constraint public.plain.plain_code_key
ALTER TABLE public.plain ADD CONSTRAINT plain_code_key UNIQUE USING INDEX plain_code_key;
ALTER TABLE public.plain CLUSTER ON plain_code_key;

-- 10. CREATE constraint public.plain.plain_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY plain_pkey ON public.plain USING btree (id) INCLUDE (code);

-- 11. CREATE constraint public.plain.plain_pkey
ALTER TABLE public.plain ADD CONSTRAINT plain_pkey PRIMARY KEY USING INDEX plain_pkey;

-- 12. CREATE constraint public.refers.refers_code, DATA_DEPENDENT
ALTER TABLE public.refers ADD CONSTRAINT refers_code FOREIGN KEY (code) REFERENCES public.plain(code) NOT VALID;

-- 13. ALTER constraint public.refers.refers_code, ALONE, DATA_DEPENDENT
ALTER TABLE public.refers VALIDATE CONSTRAINT refers_code;

-- reverse

-- 1. DROP constraint public.known.known_code_key
ALTER TABLE public.known DROP CONSTRAINT known_code_key;

-- 2. CREATE index public.known_code_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY known_code_key ON public.known USING btree (code);

-- 3. DROP constraint public.plain.plain_Odd key
ALTER TABLE public.plain DROP CONSTRAINT "plain_Odd key";

-- 4. DROP constraint public.plain.plain_a_b_key
ALTER TABLE public.plain DROP CONSTRAINT plain_a_b_key;

-- 5. DROP constraint public.plain.plain_pkey
ALTER TABLE public.plain DROP CONSTRAINT plain_pkey;

-- 6. ALTER column public.plain.id
ALTER TABLE public.plain ALTER COLUMN id DROP NOT NULL;

-- 7. DROP constraint public.refers.refers_code
ALTER TABLE public.refers DROP CONSTRAINT refers_code;

-- 8. DROP constraint public.plain.plain_code_key
ALTER TABLE public.plain DROP CONSTRAINT plain_code_key;
