-- 1. DROP index public.p_m
DROP INDEX public.p_m;

-- 2. CREATE index public.p_m, BLOCKING_SCAN
CREATE INDEX p_m ON public.p USING btree (m);

-- 3. DROP index public.p_n
DROP INDEX public.p_n;

-- 4. CREATE index public.p_n
CREATE INDEX p_n ON ONLY public.p USING btree (n);

-- reverse

-- 1. DROP index public.p_m
DROP INDEX public.p_m;

-- 2. CREATE index public.p_m
CREATE INDEX p_m ON ONLY public.p USING btree (m);

-- 3. DROP index public.p_n
DROP INDEX public.p_n;

-- 4. CREATE index public.p_n
CREATE INDEX p_n ON public.p USING btree (n);
