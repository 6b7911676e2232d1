-- 1. RENAME table public.fresh
ALTER TABLE public.old RENAME TO fresh;

-- 2. RENAME constraint public.p.p_pkey
ALTER TABLE public.p RENAME CONSTRAINT p_key TO p_pkey;

-- 3. RENAME constraint public.p1.p1_pkey
ALTER TABLE public.p1 RENAME CONSTRAINT p1_key TO p1_pkey;

-- 4. RENAME constraint public.fresh.fresh_pkey
ALTER TABLE public.fresh RENAME CONSTRAINT old_pkey TO fresh_pkey;

-- 5. ALTER column public.fresh.id
ALTER TABLE public.fresh RENAME CONSTRAINT old_id_not_null TO fresh_id_not_null;

-- reverse

-- 1. ALTER column public.fresh.id
ALTER TABLE public.fresh RENAME CONSTRAINT fresh_id_not_null TO old_id_not_null;

-- 2. RENAME constraint public.fresh.old_pkey
ALTER TABLE public.fresh RENAME CONSTRAINT fresh_pkey TO old_pkey;

-- 3. RENAME constraint public.p1.p1_key
ALTER TABLE public.p1 RENAME CONSTRAINT p1_pkey TO p1_key;

-- 4. RENAME constraint public.p.p_key
ALTER TABLE public.p RENAME CONSTRAINT p_pkey TO p_key;

-- 5. RENAME table public.old
ALTER TABLE public.fresh RENAME TO old;
