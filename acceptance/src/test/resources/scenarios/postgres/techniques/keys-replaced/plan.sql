-- 1. ALTER column public.tenant.number
ALTER TABLE public.tenant ADD CONSTRAINT tenant_number_not_null NOT NULL number NOT VALID;

-- 2. ALTER column public.tenant.number, ALONE, DATA_DEPENDENT
ALTER TABLE public.tenant VALIDATE CONSTRAINT tenant_number_not_null;

-- 3. ALTER view public.numbers
CREATE OR REPLACE VIEW public.numbers (id, number) AS
SELECT id,
    number
   FROM public.tenant
  GROUP BY id, number;

-- 4. CREATE constraint public.other.other_code, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY other_code_plumbline_key ON public.other USING btree (code, id);

-- 5. CREATE constraint public.other.other_code
ALTER TABLE public.other DROP CONSTRAINT other_code;
ALTER TABLE public.other ADD CONSTRAINT other_code UNIQUE USING INDEX other_code_plumbline_key;

-- 6. CREATE constraint public.other.other_code_pk, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY other_code_pk_plumbline_key ON public.other USING btree (code);

-- 7. CREATE constraint public.other.other_code_pk
ALTER TABLE public.other DROP CONSTRAINT other_pk;
ALTER TABLE public.other ADD CONSTRAINT other_code_pk PRIMARY KEY USING INDEX other_code_pk_plumbline_key;

-- 8. CREATE constraint public.tenant.tenant_id, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tenant_id ON public.tenant USING btree (id);

-- 9. CREATE constraint public.tenant.tenant_id
ALTER TABLE public.tenant ADD CONSTRAINT tenant_id UNIQUE USING INDEX tenant_id;

-- 10. CREATE constraint public.tenant.tenant_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tenant_pkey_plumbline_key ON public.tenant USING btree (number, id);

-- 11. CREATE comment on constraint public.other.other_code
COMMENT ON CONSTRAINT other_code ON public.other IS 'one each';

-- 12. DROP constraint public.refers.refers_tenant
ALTER TABLE public.refers DROP CONSTRAINT refers_tenant;

-- 13. CREATE constraint public.tenant.tenant_pkey
ALTER TABLE public.tenant DROP CONSTRAINT tenant_pkey;
ALTER TABLE public.tenant ADD CONSTRAINT tenant_pkey PRIMARY KEY USING INDEX tenant_pkey_plumbline_key;

-- 14. DROP constraint public.retyped.retyped_pkey
ALTER TABLE public.retyped DROP CONSTRAINT retyped_pkey;

-- 15. ALTER column public.retyped.id, DATA_DEPENDENT REWRITE
ALTER TABLE public.retyped ALTER COLUMN id TYPE bigint USING id::bigint;

-- 16. CREATE constraint public.retyped.retyped_pkey, DATA_DEPENDENT BLOCKING_SCAN
ALTER TABLE public.retyped ADD CONSTRAINT retyped_pkey PRIMARY KEY (id, n);

-- 17. DROP constraint public.tenant.tenant_old_key
ALTER TABLE public.tenant DROP CONSTRAINT tenant_old_key;

-- 18. DROP column public.tenant.old, DATA_LOSS IRREVERSIBLE; loses the values of column public.tenant.old
ALTER TABLE public.tenant DROP COLUMN old;

-- 19. CREATE constraint public.refers.refers_tenant, DATA_DEPENDENT
ALTER TABLE public.refers ADD CONSTRAINT refers_tenant FOREIGN KEY (tenant) REFERENCES public.tenant(id) NOT VALID;

-- 20. ALTER constraint public.refers.refers_tenant, ALONE, DATA_DEPENDENT
ALTER TABLE public.refers VALIDATE CONSTRAINT refers_tenant;

-- reverse

-- 1. CREATE column public.tenant.old
ALTER TABLE public.tenant ADD COLUMN old integer;

-- 2. CREATE constraint public.other.other_code, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY other_code_plumbline_key ON public.other USING btree (code);

-- 3. CREATE constraint public.other.other_code
ALTER TABLE public.other DROP CONSTRAINT other_code;
ALTER TABLE public.other ADD CONSTRAINT other_code UNIQUE USING INDEX other_code_plumbline_key;

-- 4. CREATE constraint public.other.other_pk, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY other_pk_plumbline_key ON public.other USING btree (id);

-- 5. CREATE constraint public.other.other_pk
ALTER TABLE public.other DROP CONSTRAINT other_code_pk;
ALTER TABLE public.other ADD CONSTRAINT other_pk PRIMARY KEY USING INDEX other_pk_plumbline_key;

-- 6. CREATE constraint public.tenant.tenant_old_key, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tenant_old_key ON public.tenant USING btree (old);

-- 7. CREATE constraint public.tenant.tenant_old_key
ALTER TABLE public.tenant ADD CONSTRAINT tenant_old_key UNIQUE USING INDEX tenant_old_key;

-- 8. CREATE constraint public.tenant.tenant_pkey, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY tenant_pkey_plumbline_key ON public.tenant USING btree (id);

-- 9. CREATE constraint public.tenant.tenant_pkey
ALTER TABLE public.tenant DROP CONSTRAINT tenant_pkey;
ALTER TABLE public.tenant ADD CONSTRAINT tenant_pkey PRIMARY KEY USING INDEX tenant_pkey_plumbline_key;

-- 10. ALTER column public.tenant.number
ALTER TABLE public.tenant ALTER COLUMN number DROP NOT NULL;

-- 11. ALTER view public.numbers
CREATE OR REPLACE VIEW public.numbers (id, number) AS
SELECT id,
    number
   FROM public.tenant
  GROUP BY id;

-- 12. CREATE comment on constraint public.other.other_code
COMMENT ON CONSTRAINT other_code ON public.other IS 'one each';

-- 13. DROP constraint public.refers.refers_tenant
ALTER TABLE public.refers DROP CONSTRAINT refers_tenant;

-- 14. DROP constraint public.retyped.retyped_pkey
ALTER TABLE public.retyped DROP CONSTRAINT retyped_pkey;

-- 15. ALTER column public.retyped.id, DATA_DEPENDENT
ALTER TABLE public.retyped ALTER COLUMN id TYPE integer USING id::integer;

-- 16. CREATE constraint public.retyped.retyped_pkey, DATA_DEPENDENT
ALTER TABLE public.retyped ADD CONSTRAINT retyped_pkey PRIMARY KEY (id);

-- 17. DROP constraint public.tenant.tenant_id
ALTER TABLE public.tenant DROP CONSTRAINT tenant_id;

-- 18. CREATE constraint public.refers.refers_tenant, DATA_DEPENDENT
ALTER TABLE public.refers ADD CONSTRAINT refers_tenant FOREIGN KEY (tenant) REFERENCES public.tenant(id) NOT VALID;

-- 19. ALTER constraint public.refers.refers_tenant, ALONE, DATA_DEPENDENT
ALTER TABLE public.refers VALIDATE CONSTRAINT refers_tenant;
