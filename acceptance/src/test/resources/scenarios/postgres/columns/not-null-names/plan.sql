-- 1. CREATE table public.fresh
CREATE TABLE public.fresh (
    x integer,
    y integer CONSTRAINT y_there NOT NULL NO INHERIT
);
ALTER TABLE public.fresh ADD CONSTRAINT x_soon NOT NULL x NOT VALID;

-- 2. ALTER column public.p.k
ALTER TABLE public.p RENAME CONSTRAINT k_there TO k_is;
ALTER TABLE public.p ALTER CONSTRAINT k_is NO INHERIT;

-- 3. ALTER column public.t.a
ALTER TABLE public.t RENAME CONSTRAINT t_a_not_null TO a_there;

-- 4. ALTER column public.t.b
ALTER TABLE public.t RENAME CONSTRAINT b_there TO t_b_not_null;

-- 5. ALTER column public.t.c
ALTER TABLE public.t RENAME CONSTRAINT c_there TO c_here;

-- 6. ALTER column public.t.d
ALTER TABLE public.t ADD CONSTRAINT d_soon NOT NULL d NOT VALID;

-- 7. ALTER column public.t.f
ALTER TABLE public.t ADD CONSTRAINT f_there NOT NULL f NOT VALID;

-- 8. ALTER column public.t.e, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT e_soon, VALIDATE CONSTRAINT f_there;

-- 9. ALTER column public.t.g
ALTER TABLE public.t ALTER COLUMN g DROP NOT NULL;

-- reverse

-- 1. ALTER column public.p.k
ALTER TABLE public.p RENAME CONSTRAINT k_is TO k_there;
ALTER TABLE public.p ALTER CONSTRAINT k_there INHERIT;

-- 2. ALTER column public.t.a
ALTER TABLE public.t RENAME CONSTRAINT a_there TO t_a_not_null;

-- 3. ALTER column public.t.b
ALTER TABLE public.t RENAME CONSTRAINT t_b_not_null TO b_there;

-- 4. ALTER column public.t.c
ALTER TABLE public.t RENAME CONSTRAINT c_here TO c_there;

-- 5. ALTER column public.t.d
ALTER TABLE public.t ALTER COLUMN d DROP NOT NULL;

-- 6. ALTER column public.t.e
ALTER TABLE public.t ALTER COLUMN e DROP NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT e_soon NOT NULL e NOT VALID;

-- 7. ALTER column public.t.f
ALTER TABLE public.t ALTER COLUMN f DROP NOT NULL;

-- 8. ALTER column public.t.g
ALTER TABLE public.t ADD CONSTRAINT g_there NOT NULL g NOT VALID;

-- 9. ALTER column public.t.g, ALONE, DATA_DEPENDENT
ALTER TABLE public.t VALIDATE CONSTRAINT g_there;

-- 10. DROP table public.fresh, DATA_LOSS IRREVERSIBLE; loses the rows of table public.fresh
DROP TABLE public.fresh;
