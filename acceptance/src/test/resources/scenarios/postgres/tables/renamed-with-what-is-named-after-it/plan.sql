-- 1. RENAME table public.accounts
ALTER TABLE public.users RENAME TO accounts;

-- 2. RENAME column public.accounts.email
ALTER TABLE public.accounts RENAME COLUMN mail TO email;

-- 3. RENAME sequence public.accounts_num_seq
ALTER SEQUENCE public.users_num_seq RENAME TO accounts_num_seq;

-- 4. RENAME index public.accounts_age_idx
ALTER INDEX public.users_age_idx RENAME TO accounts_age_idx;

-- 5. RENAME index public.accounts_lower_idx
ALTER INDEX public.users_lower_idx RENAME TO accounts_lower_idx;

-- 6. RENAME constraint public.accounts.accounts_age_check
ALTER TABLE public.accounts RENAME CONSTRAINT users_age_check TO accounts_age_check;

-- 7. RENAME constraint public.accounts.accounts_boss_fkey
ALTER TABLE public.accounts RENAME CONSTRAINT users_boss_fkey TO accounts_boss_fkey;

-- 8. RENAME constraint public.accounts.accounts_email_key
ALTER TABLE public.accounts RENAME CONSTRAINT users_mail_key TO accounts_email_key;

-- 9. RENAME constraint public.accounts.accounts_pkey
ALTER TABLE public.accounts RENAME CONSTRAINT users_pkey TO accounts_pkey;

-- 10. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT users_id_not_null TO accounts_id_not_null;
ALTER SEQUENCE public.users_id_seq RENAME TO accounts_id_seq;

-- 11. ALTER column public.accounts.num
ALTER TABLE public.accounts RENAME CONSTRAINT users_num_not_null TO accounts_num_not_null;

-- reverse

-- 1. ALTER column public.accounts.id
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_id_not_null TO users_id_not_null;
ALTER SEQUENCE public.accounts_id_seq RENAME TO users_id_seq;

-- 2. ALTER column public.accounts.num
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_num_not_null TO users_num_not_null;

-- 3. RENAME constraint public.accounts.users_pkey
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_pkey TO users_pkey;

-- 4. RENAME constraint public.accounts.users_mail_key
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_email_key TO users_mail_key;

-- 5. RENAME constraint public.accounts.users_boss_fkey
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_boss_fkey TO users_boss_fkey;

-- 6. RENAME constraint public.accounts.users_age_check
ALTER TABLE public.accounts RENAME CONSTRAINT accounts_age_check TO users_age_check;

-- 7. RENAME index public.users_lower_idx
ALTER INDEX public.accounts_lower_idx RENAME TO users_lower_idx;

-- 8. RENAME index public.users_age_idx
ALTER INDEX public.accounts_age_idx RENAME TO users_age_idx;

-- 9. RENAME sequence public.users_num_seq
ALTER SEQUENCE public.accounts_num_seq RENAME TO users_num_seq;

-- 10. RENAME column public.accounts.mail
ALTER TABLE public.accounts RENAME COLUMN email TO mail;

-- 11. RENAME table public.users
ALTER TABLE public.accounts RENAME TO users;
