-- 1. CREATE table public.Users_plumbline_new
CREATE TABLE public."Users_plumbline_new" (
    id uuid CONSTRAINT "Users_id_not_null" NOT NULL,
    "E-Mail" text CONSTRAINT "Users_E-Mail_not_null" NOT NULL,
    CONSTRAINT "Users_pkey_plumbline_new" PRIMARY KEY (id),
    CONSTRAINT "Users_mail_plumbline_new" UNIQUE (id, "E-Mail")
) PARTITION BY HASH (id);
CREATE TABLE public."Users_0" PARTITION OF public."Users_plumbline_new" FOR VALUES WITH (modulus 2, remainder 0);
CREATE TABLE public."Users_1" PARTITION OF public."Users_plumbline_new" FOR VALUES WITH (modulus 4, remainder 1);
CREATE TABLE public."Users_3" PARTITION OF public."Users_plumbline_new" FOR VALUES WITH (modulus 4, remainder 3);
LOCK TABLE public."Users" IN SHARE ROW EXCLUSIVE MODE;
CREATE OR REPLACE FUNCTION public."Users_plumbline_copy"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' SET row_security = off AS $plumbline$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE public."Users_plumbline_new";
        RETURN NULL;
    END IF;
    IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND (OLD.id IS DISTINCT FROM NEW.id)) THEN
        DELETE FROM public."Users_plumbline_new" AS held WHERE held.id = OLD.id;
        IF NOT FOUND AND pg_catalog.current_setting('transaction_isolation') IN ('repeatable read', 'serializable') THEN
            BEGIN
                INSERT INTO public."Users_plumbline_new" (id, "E-Mail") OVERRIDING SYSTEM VALUE SELECT OLD.id, OLD."E-Mail" ON CONFLICT DO NOTHING;
                DELETE FROM public."Users_plumbline_new" AS held WHERE held.id = OLD.id;
            EXCEPTION WHEN foreign_key_violation THEN
            END;
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO public."Users_plumbline_new" (id, "E-Mail") OVERRIDING SYSTEM VALUE SELECT held.id, held."E-Mail" FROM public."Users" AS held WHERE held.id = NEW.id
            ON CONFLICT (id) DO UPDATE SET id = EXCLUDED.id, "E-Mail" = EXCLUDED."E-Mail";
    END IF;
    RETURN NULL;
END
$plumbline$;
ALTER FUNCTION public."Users_plumbline_copy"() OWNER TO CURRENT_USER;
REVOKE ALL ON FUNCTION public."Users_plumbline_copy"() FROM PUBLIC;
CREATE OR REPLACE TRIGGER "!Users_plumbline_copy" AFTER INSERT OR UPDATE OR DELETE ON public."Users" FOR EACH ROW EXECUTE FUNCTION public."Users_plumbline_copy"();
ALTER TABLE public."Users" ENABLE ALWAYS TRIGGER "!Users_plumbline_copy";
CREATE OR REPLACE TRIGGER "!all_Users_plumbline_copy" AFTER TRUNCATE ON public."Users" FOR EACH STATEMENT EXECUTE FUNCTION public."Users_plumbline_copy"();
ALTER TABLE public."Users" ENABLE ALWAYS TRIGGER "!all_Users_plumbline_copy";

-- 2. CONVERT table public.Users, BATCHES, DATA_DEPENDENT
INSERT INTO public."Users_plumbline_new" (id, "E-Mail") OVERRIDING SYSTEM VALUE SELECT id, "E-Mail" FROM public."Users" WHERE (SELECT 1 FROM public."Users_plumbline_new" AS held WHERE held.id = "Users".id LIMIT 1) IS NULL FOR SHARE ON CONFLICT DO NOTHING;

-- 3. ALTER table public.Users_plumbline_new, ALONE
DO $$
DECLARE
  earlier text[] := ARRAY(SELECT l.virtualtransaction FROM pg_catalog.pg_locks l
    JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
    WHERE l.locktype = 'virtualxid' AND a.datname = pg_catalog.current_database()
      AND a.usesysid IS NOT NULL AND a.pid <> pg_catalog.pg_backend_pid());
  patience timestamptz := pg_catalog.clock_timestamp() + interval '1 minute';
BEGIN
  WHILE pg_catalog.clock_timestamp() < patience AND EXISTS (SELECT FROM pg_catalog.pg_locks l
      WHERE l.locktype = 'virtualxid' AND l.virtualtransaction = ANY (earlier)) LOOP
    PERFORM pg_catalog.pg_sleep(0.02);
  END LOOP;
END
$$;
ANALYZE public."Users_plumbline_new";

-- 4. CREATE table public.Users
LOCK TABLE public.logins, public."Users" IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "!Users_plumbline_copy" ON public."Users";
DROP TRIGGER "!all_Users_plumbline_copy" ON public."Users";
DROP FUNCTION public."Users_plumbline_copy"();
ALTER TABLE public.logins DROP CONSTRAINT logins_user;
DROP TABLE public."Users";
ALTER TABLE public."Users_plumbline_new" RENAME TO "Users";
ALTER TABLE public."Users" RENAME CONSTRAINT "Users_pkey_plumbline_new" TO "Users_pkey";
ALTER TABLE public."Users" RENAME CONSTRAINT "Users_mail_plumbline_new" TO "Users_mail";
ALTER TABLE public.logins ADD CONSTRAINT logins_user FOREIGN KEY (users) REFERENCES public."Users"(id) ON UPDATE CASCADE NOT VALID;

-- 5. ALTER constraint public.logins.logins_user, ALONE, DATA_DEPENDENT
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_user;

-- reverse

-- 1. DROP constraint public.logins.logins_user
ALTER TABLE public.logins DROP CONSTRAINT logins_user;

-- 2. DROP table public.Users
SET LOCAL row_security = off;
LOCK TABLE public."Users" IN ACCESS EXCLUSIVE MODE;
CREATE TABLE public."Users__plumbline_rows" AS TABLE public."Users";
DROP TABLE public."Users";

-- 3. CREATE table public.Users
CREATE TABLE public."Users" (
    id uuid NOT NULL,
    "E-Mail" text NOT NULL,
    CONSTRAINT "Users_pkey" PRIMARY KEY (id),
    CONSTRAINT "Users_mail" UNIQUE (id, "E-Mail")
);

-- 4. CONVERT table public.Users, DATA_DEPENDENT
INSERT INTO public."Users" (id, "E-Mail") SELECT id, "E-Mail" FROM public."Users__plumbline_rows";
DROP TABLE public."Users__plumbline_rows";

-- 5. CREATE constraint public.logins.logins_user, DATA_DEPENDENT
ALTER TABLE public.logins ADD CONSTRAINT logins_user FOREIGN KEY (users) REFERENCES public."Users"(id) ON UPDATE CASCADE NOT VALID;

-- 6. ALTER constraint public.logins.logins_user, ALONE, DATA_DEPENDENT
ALTER TABLE public.logins VALIDATE CONSTRAINT logins_user;
