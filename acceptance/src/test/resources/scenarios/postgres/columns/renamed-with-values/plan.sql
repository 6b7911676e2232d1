-- 1. RENAME column public.api_keys.key_type
ALTER TABLE public.api_keys RENAME COLUMN type TO key_type;

-- 2. ALTER column public.api_keys.key_type
ALTER TABLE public.api_keys RENAME CONSTRAINT api_keys_type_not_null TO api_keys_key_type_not_null;

-- 3. DROP constraint public.api_keys.api_keys_type
ALTER TABLE public.api_keys DROP CONSTRAINT api_keys_type;

-- 4. CONVERT column public.api_keys.key_type, BLOCKING_SCAN
UPDATE public.api_keys SET key_type = CASE key_type WHEN 'admin' THEN 'admin_key' WHEN 'reader' THEN 'read_key' ELSE key_type END WHERE key_type IS DISTINCT FROM (CASE key_type WHEN 'admin' THEN 'admin_key' WHEN 'reader' THEN 'read_key' ELSE key_type END);

-- 5. ALTER column default public.api_keys.key_type
ALTER TABLE public.api_keys ALTER COLUMN key_type SET DEFAULT 'read_key'::text;

-- 6. CREATE constraint public.api_keys.api_keys_key_type, DATA_DEPENDENT
ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_key_type CHECK ((key_type = ANY (ARRAY['admin_key'::text, 'read_key'::text]))) NOT VALID;

-- 7. ALTER constraint public.api_keys.api_keys_key_type, ALONE, DATA_DEPENDENT
ALTER TABLE public.api_keys VALIDATE CONSTRAINT api_keys_key_type;

-- 8. DROP view public.admins
DROP VIEW public.admins;

-- 9. CREATE view public.admins
CREATE VIEW public.admins (id, key_type) AS
SELECT id,
    key_type
   FROM public.api_keys
  WHERE (key_type = 'admin_key'::text);

-- reverse

-- 1. ALTER column public.api_keys.key_type
ALTER TABLE public.api_keys RENAME CONSTRAINT api_keys_key_type_not_null TO api_keys_type_not_null;

-- 2. DROP constraint public.api_keys.api_keys_key_type
ALTER TABLE public.api_keys DROP CONSTRAINT api_keys_key_type;

-- 3. CONVERT column public.api_keys.key_type
UPDATE public.api_keys SET key_type = CASE key_type WHEN 'admin_key' THEN 'admin' WHEN 'read_key' THEN 'reader' ELSE key_type END WHERE key_type IS DISTINCT FROM (CASE key_type WHEN 'admin_key' THEN 'admin' WHEN 'read_key' THEN 'reader' ELSE key_type END);

-- 4. ALTER column default public.api_keys.key_type
ALTER TABLE public.api_keys ALTER COLUMN key_type SET DEFAULT 'reader'::text;

-- 5. CREATE constraint public.api_keys.api_keys_type, DATA_DEPENDENT
ALTER TABLE public.api_keys ADD CONSTRAINT api_keys_type CHECK ((key_type = ANY (ARRAY['admin'::text, 'reader'::text]))) NOT VALID;

-- 6. ALTER constraint public.api_keys.api_keys_type, ALONE, DATA_DEPENDENT
ALTER TABLE public.api_keys VALIDATE CONSTRAINT api_keys_type;

-- 7. DROP view public.admins
DROP VIEW public.admins;

-- 8. CREATE view public.admins
CREATE VIEW public.admins (id, type) AS
SELECT id,
    key_type AS type
   FROM public.api_keys
  WHERE (key_type = 'admin'::text);

-- 9. RENAME column public.api_keys.type
ALTER TABLE public.api_keys RENAME COLUMN key_type TO type;
