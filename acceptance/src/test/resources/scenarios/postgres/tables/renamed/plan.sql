-- 1. RENAME table public.accounts
ALTER TABLE public.users RENAME TO accounts;

-- 2. RENAME column public.accounts.email
ALTER TABLE public.accounts RENAME COLUMN mail TO email;

-- 3. RENAME sequence public.accounts_id_seq
ALTER SEQUENCE public.users_id_seq RENAME TO accounts_id_seq;

-- 4. RENAME constraint public.accounts.accounts_boss_fkey
ALTER TABLE public.accounts RENAME CONSTRAINT users_boss_fkey TO accounts_boss_fkey;

-- 5. RENAME constraint public.accounts.accounts_email_key
ALTER TABLE public.accounts RENAME CONSTRAINT users_mail_key TO accounts_email_key;

-- 6. RENAME constraint public.accounts.accounts_pkey
ALTER TABLE public.accounts RENAME CONSTRAINT users_pkey TO accounts_pkey;

-- 7. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;

-- reverse

-- 1. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;

-- 2. RENAME constraint public.accounts.users_pkey
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_pkey TO users_pkey;

-- 3. RENAME constraint public.accounts.users_mail_key
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_key TO users_mail_key;

-- 4. RENAME constraint public.accounts.users_boss_fkey
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_boss_fkey TO users_boss_fkey;

-- 5. RENAME sequence public.users_id_seq
ALTER SEQUENCE public.accounts_id_seq RENAME TO users_id_seq;

-- 6. RENAME column public.accounts.mail
ALTER TABLE public.accounts RENAME COLUMN email TO mail;

-- 7. RENAME table public.users
ALTER TABLE public.accounts RENAME TO users;
