-- 1. RENAME table public.accounts
ALTER TABLE public.users RENAME TO accounts;

-- 2. RENAME column public.accounts.email
ALTER TABLE public.accounts RENAME COLUMN mail TO email;

-- 3. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;

-- 4. CREATE sequence public.accounts_id_seq
CREATE SEQUENCE public.accounts_id_seq AS integer OWNED BY public.accounts.id;
SELECT pg_catalog.setval('public.accounts_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.accounts;

-- 5. ALTER column default public.accounts.id
ALTER TABLE public.accounts ALTER COLUMN id SET DEFAULT nextval('public.accounts_id_seq'::regclass);

-- 6. CREATE constraint public.accounts.accounts_email_key, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.accounts ADD CONSTRAINT accounts_email_key UNIQUE (email);

-- 7. DROP constraint public.accounts.users_boss_fkey
ALTER TABLE public.accounts DROP CONSTRAINT users_boss_fkey;

-- 8. DROP constraint public.accounts.users_mail_key
ALTER TABLE public.accounts DROP CONSTRAINT users_mail_key;

-- 9. DROP constraint public.posts.posts_author_fkey
ALTER TABLE public.posts DROP CONSTRAINT posts_author_fkey;

-- 10. DROP constraint public.accounts.users_pkey
ALTER TABLE public.accounts DROP CONSTRAINT users_pkey;

-- 11. CREATE constraint public.accounts.accounts_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.accounts ADD CONSTRAINT accounts_pkey PRIMARY KEY (id);

-- 12. CREATE constraint public.accounts.accounts_boss_fkey, DATA_DEPENDENT
ALTER TABLE public.accounts ADD CONSTRAINT accounts_boss_fkey FOREIGN KEY (boss) REFERENCES public.accounts(id) NOT VALID;

-- 13. ALTER constraint public.accounts.accounts_boss_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.accounts VALIDATE CONSTRAINT accounts_boss_fkey;

-- 14. CREATE constraint public.posts.posts_author_fkey, DATA_DEPENDENT
ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.accounts(id) NOT VALID;

-- 15. ALTER constraint public.posts.posts_author_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey;

-- 16. DROP sequence public.users_id_seq
DROP SEQUENCE public.users_id_seq;

-- reverse

-- 1. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;

-- 2. CREATE sequence public.users_id_seq
CREATE SEQUENCE public.users_id_seq AS integer OWNED BY public.accounts.id;
SELECT pg_catalog.setval('public.users_id_seq'::pg_catalog.regclass, GREATEST(1, pg_catalog.max(id) + 1), false) FROM public.accounts;

-- 3. ALTER column default public.accounts.id
ALTER TABLE public.accounts ALTER COLUMN id SET DEFAULT nextval('public.users_id_seq'::regclass);

-- 4. CREATE constraint public.accounts.users_mail_key, DATA_DEPENDENT
ALTER TABLE public.accounts ADD CONSTRAINT users_mail_key UNIQUE (email);

-- 5. DROP constraint public.accounts.accounts_boss_fkey
ALTER TABLE public.accounts DROP CONSTRAINT accounts_boss_fkey;

-- 6. DROP constraint public.accounts.accounts_email_key
ALTER TABLE public.accounts DROP CONSTRAINT accounts_email_key;

-- 7. DROP constraint public.posts.posts_author_fkey
ALTER TABLE public.posts DROP CONSTRAINT posts_author_fkey;

-- 8. DROP constraint public.accounts.accounts_pkey
ALTER TABLE public.accounts DROP CONSTRAINT accounts_pkey;

-- 9. CREATE constraint public.accounts.users_pkey, DATA_DEPENDENT
ALTER TABLE public.accounts ADD CONSTRAINT users_pkey PRIMARY KEY (id);

-- 10. CREATE constraint public.accounts.users_boss_fkey, DATA_DEPENDENT
ALTER TABLE public.accounts ADD CONSTRAINT users_boss_fkey FOREIGN KEY (boss) REFERENCES public.accounts(id) NOT VALID;

-- 11. ALTER constraint public.accounts.users_boss_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.accounts VALIDATE CONSTRAINT users_boss_fkey;

-- 12. CREATE constraint public.posts.posts_author_fkey, DATA_DEPENDENT
ALTER TABLE public.posts ADD CONSTRAINT posts_author_fkey FOREIGN KEY (author) REFERENCES public.accounts(id) NOT VALID;

-- 13. ALTER constraint public.posts.posts_author_fkey, ALONE, DATA_DEPENDENT
ALTER TABLE public.posts VALIDATE CONSTRAINT posts_author_fkey;

-- 14. DROP sequence public.accounts_id_seq
DROP SEQUENCE public.accounts_id_seq;

-- 15. RENAME column public.accounts.mail
ALTER TABLE public.accounts RENAME COLUMN email TO mail;

-- 16. RENAME table public.users
ALTER TABLE public.accounts RENAME TO users;
