-- 1. ALTER column public.orders.parent
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS parent_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.orders_parent_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.parent_plumbline_new := NEW.parent::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_parent_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_parent_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_parent_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_parent_plumbline_sync";

-- 2. CONVERT column public.orders.parent, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET parent_plumbline_new = parent::bigint WHERE parent_plumbline_new IS NULL AND parent IS NOT NULL;

-- 3. ALTER column public.orders.parent
ALTER TABLE public.orders ADD CONSTRAINT orders_parent_plumbline_new FOREIGN KEY (parent_plumbline_new) REFERENCES public.orders(number) NOT VALID;

-- 4. ALTER column public.orders.parent, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_parent_plumbline_new;

-- 5. ALTER column public.orders.parent
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_parent_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_parent_plumbline_sync();
ALTER TABLE public.orders DROP COLUMN parent;
ALTER TABLE public.orders RENAME COLUMN parent_plumbline_new TO parent;
ALTER TABLE public.orders RENAME CONSTRAINT orders_parent_plumbline_new TO orders_parent;

-- 6. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS user_id_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.orders_user_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.user_id_plumbline_new := NEW.user_id::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_user_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_user_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_user_id_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_user_id_plumbline_sync";

-- 7. CONVERT column public.orders.user_id, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET user_id_plumbline_new = user_id::bigint WHERE user_id_plumbline_new IS NULL AND user_id IS NOT NULL;

-- 8. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD CONSTRAINT orders_user_plumbline_new FOREIGN KEY (user_id_plumbline_new) REFERENCES public.users(id) ON DELETE CASCADE NOT VALID;

-- 9. ALTER column public.orders.user_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user_plumbline_new;

-- 10. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_not_null_plumbline_new NOT NULL user_id_plumbline_new NOT VALID;

-- 11. ALTER column public.orders.user_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user_id_not_null_plumbline_new;

-- 12. ALTER column public.users.born
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS born_plumbline_new timestamp with time zone;
CREATE OR REPLACE FUNCTION public.users_born_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.born_plumbline_new := NEW.born::timestamp with time zone; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_born_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_born_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_born_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_born_plumbline_sync";

-- 13. CONVERT column public.users.born, BATCHES, DATA_DEPENDENT
UPDATE public.users SET born_plumbline_new = born::timestamp with time zone WHERE born_plumbline_new IS NULL AND born IS NOT NULL;

-- 14. ALTER column public.users.mail, DATA_DEPENDENT
ALTER TABLE public.users ALTER COLUMN mail TYPE character varying(80) USING mail::character varying(80);

-- 15. ALTER column public.users.mood
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS mood_plumbline_new text;
CREATE OR REPLACE FUNCTION public.users_mood_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.mood_plumbline_new := (SELECT (CASE mood WHEN 'g' THEN 'good' ELSE 'bad' END)::text FROM (SELECT NEW.*) AS users); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_mood_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_mood_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_mood_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_mood_plumbline_sync";

-- 16. CONVERT column public.users.mood, BATCHES, DATA_DEPENDENT
UPDATE public.users SET mood_plumbline_new = (CASE mood WHEN 'g' THEN 'good' ELSE 'bad' END)::text WHERE mood_plumbline_new IS NULL;

-- 17. ALTER column public.users.mood
ALTER TABLE public.users ADD CONSTRAINT users_mood_check_plumbline_new CHECK ((mood_plumbline_new = ANY (ARRAY['good'::text, 'bad'::text]))) NOT VALID;

-- 18. ALTER column public.users.mood, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_mood_check_plumbline_new;

-- 19. ALTER column public.users.mood
ALTER TABLE public.users ADD CONSTRAINT users_mood_not_null_plumbline_new NOT NULL mood_plumbline_new NOT VALID;

-- 20. ALTER column public.users.mood, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_mood_not_null_plumbline_new;

-- 21. ALTER column public.users.mood
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_mood_plumbline_sync" ON public.users;
DROP FUNCTION public.users_mood_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN mood_plumbline_new SET DEFAULT 'good'::text;
ALTER TABLE public.users DROP COLUMN mood;
ALTER TABLE public.users RENAME COLUMN mood_plumbline_new TO mood;
ALTER TABLE public.users RENAME CONSTRAINT users_mood_not_null_plumbline_new TO users_mood_not_null;
ALTER TABLE public.users RENAME CONSTRAINT users_mood_check_plumbline_new TO users_mood_check;

-- 22. ALTER column public.users.score
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS score_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.users_score_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.score_plumbline_new := NEW.score::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_score_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_score_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_score_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_score_plumbline_sync";

-- 23. CONVERT column public.users.score, BATCHES, DATA_DEPENDENT
UPDATE public.users SET score_plumbline_new = score::bigint WHERE score_plumbline_new IS NULL AND score IS NOT NULL;

-- 24. CREATE index public.orders_user_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY orders_user_plumbline_new ON public.orders USING btree (user_id_plumbline_new);

-- 25. ALTER column public.orders.user_id
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_user_id_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_user_id_plumbline_sync();
ALTER TABLE public.orders DROP COLUMN user_id;
ALTER TABLE public.orders RENAME COLUMN user_id_plumbline_new TO user_id;
ALTER TABLE public.orders RENAME CONSTRAINT orders_user_id_not_null_plumbline_new TO orders_user_id_not_null;
ALTER INDEX public.orders_user_plumbline_new RENAME TO orders_user;
ALTER TABLE public.orders RENAME CONSTRAINT orders_user_plumbline_new TO orders_user;

-- 26. ALTER column public.orders.number
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS number_plumbline_new bigint;
CREATE OR REPLACE FUNCTION public.orders_number_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.number_plumbline_new := NEW.number::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_number_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_number_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_number_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_number_plumbline_sync";

-- 27. CONVERT column public.orders.number, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET number_plumbline_new = number::bigint WHERE number_plumbline_new IS NULL AND number IS NOT NULL;

-- 28. ALTER column public.orders.number
ALTER TABLE public.orders ADD CONSTRAINT orders_number_not_null_plumbline_new NOT NULL number_plumbline_new NOT VALID;

-- 29. ALTER column public.orders.number, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_number_not_null_plumbline_new;

-- 30. CREATE index public.orders_number_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY orders_number_key_plumbline_new ON public.orders USING btree (number_plumbline_new);

-- 31. CREATE index public.orders_pkey_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey_plumbline_new ON public.orders USING btree (number_plumbline_new, part);

-- 32. ALTER column public.orders.number
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_number_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_number_plumbline_sync();
ALTER TABLE public.orders ALTER COLUMN number_plumbline_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.orders_number_plumbline_seq START WITH 10);
SELECT pg_catalog.setval('public.orders_number_plumbline_seq', last_value, is_called) FROM public.orders_number_seq;
ALTER TABLE public.orders DROP CONSTRAINT orders_parent;
ALTER TABLE public.orders DROP COLUMN number;
ALTER TABLE public.orders RENAME COLUMN number_plumbline_new TO number;
ALTER TABLE public.orders RENAME CONSTRAINT orders_number_not_null_plumbline_new TO orders_number_not_null;
ALTER SEQUENCE public.orders_number_plumbline_seq RENAME TO orders_number_seq;
ALTER TABLE public.orders ADD CONSTRAINT orders_number_key UNIQUE USING INDEX orders_number_key_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_parent FOREIGN KEY (parent) REFERENCES public.orders(number) NOT VALID;

-- 33. CREATE index public.users_born_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_born_plumbline_new ON public.users USING btree (born_plumbline_new, id);

-- 34. ALTER column public.users.born
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_born_plumbline_sync" ON public.users;
DROP FUNCTION public.users_born_plumbline_sync();
ALTER TABLE public.users DROP COLUMN born;
ALTER TABLE public.users RENAME COLUMN born_plumbline_new TO born;
ALTER INDEX public.users_born_plumbline_new RENAME TO users_born;

-- 35. CREATE index public.users_mail_score_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_mail_score_key_plumbline_new ON public.users USING btree (mail, score_plumbline_new);

-- 36. CREATE index public.users_score_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY users_score_plumbline_new ON public.users USING btree (score_plumbline_new DESC, lower(note)) WHERE (score_plumbline_new > 0);

-- 37. ALTER column public.users.score
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_score_plumbline_sync" ON public.users;
DROP FUNCTION public.users_score_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN score_plumbline_new SET DEFAULT 8;
ALTER TABLE public.users DROP COLUMN score;
ALTER TABLE public.users RENAME COLUMN score_plumbline_new TO score;
ALTER INDEX public.users_score_plumbline_new RENAME TO users_score;
ALTER TABLE public.users ADD CONSTRAINT users_mail_score_key UNIQUE USING INDEX users_mail_score_key_plumbline_new;
COMMENT ON INDEX public.users_score IS 'Serves the list.';

-- 38. ALTER constraint public.orders.orders_parent, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_parent;

-- 39. DROP constraint public.users.users_age
ALTER TABLE public.users DROP CONSTRAINT users_age;

-- 40. ALTER column public.users.age
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS age_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.users_age_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.age_plumbline_new := NEW.age::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_age_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_age_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_age_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_age_plumbline_sync";

-- 41. CONVERT column public.users.age, BATCHES, DATA_DEPENDENT
UPDATE public.users SET age_plumbline_new = age::integer WHERE age_plumbline_new IS NULL AND age IS NOT NULL;

-- 42. ALTER column public.users.age
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_age_plumbline_sync" ON public.users;
DROP FUNCTION public.users_age_plumbline_sync();
ALTER TABLE public.users DROP COLUMN age;
ALTER TABLE public.users RENAME COLUMN age_plumbline_new TO age;

-- 43. ALTER column public.users.id
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS id_plumbline_new bigint;
ALTER TABLE public.users ALTER COLUMN id_plumbline_new SET STATISTICS 500;
CREATE OR REPLACE FUNCTION public.users_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.id_plumbline_new := NEW.id::bigint; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_id_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_id_plumbline_sync";

-- 44. CONVERT column public.users.id, BATCHES, DATA_DEPENDENT
UPDATE public.users SET id_plumbline_new = id::bigint WHERE id_plumbline_new IS NULL AND id IS NOT NULL;

-- 45. ALTER column public.users.id
ALTER TABLE public.users ADD CONSTRAINT users_id_not_null_plumbline_new NOT NULL id_plumbline_new NOT VALID;

-- 46. ALTER column public.users.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_id_not_null_plumbline_new;

-- 47. CREATE index public.users_born_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_born_plumbline_new ON public.users USING btree (born, id_plumbline_new);

-- 48. CREATE index public.users_pkey_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_pkey_plumbline_new ON public.users USING btree (id_plumbline_new);

-- 49. ALTER column public.users.id
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_id_plumbline_sync" ON public.users;
DROP FUNCTION public.users_id_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN id_plumbline_new SET DEFAULT nextval('public.users_id_seq'::regclass);
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id_plumbline_new;
ALTER TABLE public.orders DROP CONSTRAINT orders_user;
ALTER TABLE public.users DROP COLUMN id;
ALTER TABLE public.users RENAME COLUMN id_plumbline_new TO id;
ALTER TABLE public.users RENAME CONSTRAINT users_id_not_null_plumbline_new TO users_id_not_null;
ALTER INDEX public.users_born_plumbline_new RENAME TO users_born;
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_plumbline_new;
COMMENT ON COLUMN public.users.id IS 'Counts.';
GRANT SELECT (id) ON TABLE public.users TO app_reader;
COMMENT ON CONSTRAINT users_pkey ON public.users IS 'The key.';
ALTER TABLE public.orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE NOT VALID;

-- 50. ALTER sequence public.users_id_seq
ALTER SEQUENCE public.users_id_seq AS bigint MAXVALUE 9223372036854775807;

-- 51. ALTER constraint public.orders.orders_user, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user;

-- 52. CREATE constraint public.users.users_old, DATA_DEPENDENT
ALTER TABLE public.users ADD CONSTRAINT users_old CHECK ((age >= 0)) NOT VALID;

-- 53. ALTER constraint public.users.users_old, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_old;

-- reverse

-- 1. ALTER column public.orders.parent
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS parent_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.orders_parent_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.parent_plumbline_new := NEW.parent::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_parent_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_parent_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_parent_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_parent_plumbline_sync";

-- 2. CONVERT column public.orders.parent, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET parent_plumbline_new = parent::integer WHERE parent_plumbline_new IS NULL AND parent IS NOT NULL;

-- 3. ALTER column public.orders.parent
ALTER TABLE public.orders ADD CONSTRAINT orders_parent_plumbline_new FOREIGN KEY (parent_plumbline_new) REFERENCES public.orders(number) NOT VALID;

-- 4. ALTER column public.orders.parent, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_parent_plumbline_new;

-- 5. ALTER column public.orders.parent
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_parent_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_parent_plumbline_sync();
ALTER TABLE public.orders DROP COLUMN parent;
ALTER TABLE public.orders RENAME COLUMN parent_plumbline_new TO parent;
ALTER TABLE public.orders RENAME CONSTRAINT orders_parent_plumbline_new TO orders_parent;

-- 6. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS user_id_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.orders_user_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.user_id_plumbline_new := NEW.user_id::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_user_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_user_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_user_id_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_user_id_plumbline_sync";

-- 7. CONVERT column public.orders.user_id, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET user_id_plumbline_new = user_id::integer WHERE user_id_plumbline_new IS NULL AND user_id IS NOT NULL;

-- 8. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD CONSTRAINT orders_user_plumbline_new FOREIGN KEY (user_id_plumbline_new) REFERENCES public.users(id) ON DELETE CASCADE NOT VALID;

-- 9. ALTER column public.orders.user_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user_plumbline_new;

-- 10. ALTER column public.orders.user_id
ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_not_null_plumbline_new NOT NULL user_id_plumbline_new NOT VALID;

-- 11. ALTER column public.orders.user_id, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user_id_not_null_plumbline_new;

-- 12. ALTER column public.users.born
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS born_plumbline_new timestamp without time zone;
CREATE OR REPLACE FUNCTION public.users_born_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.born_plumbline_new := NEW.born::timestamp without time zone; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_born_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_born_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_born_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_born_plumbline_sync";

-- 13. CONVERT column public.users.born, BATCHES, DATA_DEPENDENT
UPDATE public.users SET born_plumbline_new = born::timestamp without time zone WHERE born_plumbline_new IS NULL AND born IS NOT NULL;

-- 14. ALTER column public.users.mail
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS mail_plumbline_new character varying(40);
CREATE OR REPLACE FUNCTION public.users_mail_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.mail_plumbline_new := NEW.mail::character varying(40); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_mail_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_mail_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_mail_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_mail_plumbline_sync";

-- 15. CONVERT column public.users.mail, BATCHES, DATA_DEPENDENT
UPDATE public.users SET mail_plumbline_new = mail::character varying(40) WHERE mail_plumbline_new IS NULL AND mail IS NOT NULL;

-- 16. ALTER column public.users.mail
ALTER TABLE public.users ADD CONSTRAINT users_mail_not_null_plumbline_new NOT NULL mail_plumbline_new NOT VALID;

-- 17. ALTER column public.users.mail, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_mail_not_null_plumbline_new;

-- 18. ALTER column public.users.mood
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS mood_plumbline_new character(1);
CREATE OR REPLACE FUNCTION public.users_mood_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.mood_plumbline_new := (SELECT (CASE mood WHEN 'good' THEN 'g' ELSE 'b' END)::character(1) FROM (SELECT NEW.*) AS users); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_mood_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_mood_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_mood_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_mood_plumbline_sync";

-- 19. CONVERT column public.users.mood, BATCHES, DATA_DEPENDENT
UPDATE public.users SET mood_plumbline_new = (CASE mood WHEN 'good' THEN 'g' ELSE 'b' END)::character(1) WHERE mood_plumbline_new IS NULL;

-- 20. ALTER column public.users.mood
ALTER TABLE public.users ADD CONSTRAINT users_mood_check_plumbline_new CHECK ((mood_plumbline_new = ANY (ARRAY['g'::bpchar, 'b'::bpchar]))) NOT VALID;

-- 21. ALTER column public.users.mood, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_mood_check_plumbline_new;

-- 22. ALTER column public.users.mood
ALTER TABLE public.users ADD CONSTRAINT users_mood_not_null_plumbline_new NOT NULL mood_plumbline_new NOT VALID;

-- 23. ALTER column public.users.mood, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_mood_not_null_plumbline_new;

-- 24. ALTER column public.users.mood
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_mood_plumbline_sync" ON public.users;
DROP FUNCTION public.users_mood_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN mood_plumbline_new SET DEFAULT 'g'::bpchar;
ALTER TABLE public.users DROP COLUMN mood;
ALTER TABLE public.users RENAME COLUMN mood_plumbline_new TO mood;
ALTER TABLE public.users RENAME CONSTRAINT users_mood_not_null_plumbline_new TO users_mood_not_null;
ALTER TABLE public.users RENAME CONSTRAINT users_mood_check_plumbline_new TO users_mood_check;

-- 25. ALTER column public.users.score
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS score_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.users_score_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.score_plumbline_new := NEW.score::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_score_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_score_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_score_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_score_plumbline_sync";

-- 26. CONVERT column public.users.score, BATCHES, DATA_DEPENDENT
UPDATE public.users SET score_plumbline_new = score::integer WHERE score_plumbline_new IS NULL AND score IS NOT NULL;

-- 27. CREATE index public.orders_user_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY orders_user_plumbline_new ON public.orders USING btree (user_id_plumbline_new);

-- 28. ALTER column public.orders.user_id
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_user_id_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_user_id_plumbline_sync();
ALTER TABLE public.orders DROP COLUMN user_id;
ALTER TABLE public.orders RENAME COLUMN user_id_plumbline_new TO user_id;
ALTER TABLE public.orders RENAME CONSTRAINT orders_user_id_not_null_plumbline_new TO orders_user_id_not_null;
ALTER INDEX public.orders_user_plumbline_new RENAME TO orders_user;
ALTER TABLE public.orders RENAME CONSTRAINT orders_user_plumbline_new TO orders_user;

-- 29. ALTER column public.orders.number
ALTER TABLE public.orders ADD COLUMN IF NOT EXISTS number_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.orders_number_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.number_plumbline_new := NEW.number::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.orders_number_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~orders_number_plumbline_sync" BEFORE INSERT OR UPDATE ON public.orders FOR EACH ROW EXECUTE FUNCTION public.orders_number_plumbline_sync();
ALTER TABLE public.orders ENABLE ALWAYS TRIGGER "~orders_number_plumbline_sync";

-- 30. CONVERT column public.orders.number, BATCHES, DATA_DEPENDENT
UPDATE public.orders SET number_plumbline_new = number::integer WHERE number_plumbline_new IS NULL AND number IS NOT NULL;

-- 31. ALTER column public.orders.number
ALTER TABLE public.orders ADD CONSTRAINT orders_number_not_null_plumbline_new NOT NULL number_plumbline_new NOT VALID;

-- 32. ALTER column public.orders.number, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_number_not_null_plumbline_new;

-- 33. CREATE index public.orders_number_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY orders_number_key_plumbline_new ON public.orders USING btree (number_plumbline_new);

-- 34. CREATE index public.orders_pkey_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY orders_pkey_plumbline_new ON public.orders USING btree (number_plumbline_new, part);

-- 35. ALTER column public.orders.number
LOCK TABLE public.orders IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~orders_number_plumbline_sync" ON public.orders;
DROP FUNCTION public.orders_number_plumbline_sync();
ALTER TABLE public.orders ALTER COLUMN number_plumbline_new ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME public.orders_number_plumbline_seq START WITH 10);
SELECT pg_catalog.setval('public.orders_number_plumbline_seq', last_value, is_called) FROM public.orders_number_seq;
ALTER TABLE public.orders DROP CONSTRAINT orders_parent;
ALTER TABLE public.orders DROP COLUMN number;
ALTER TABLE public.orders RENAME COLUMN number_plumbline_new TO number;
ALTER TABLE public.orders RENAME CONSTRAINT orders_number_not_null_plumbline_new TO orders_number_not_null;
ALTER SEQUENCE public.orders_number_plumbline_seq RENAME TO orders_number_seq;
ALTER TABLE public.orders ADD CONSTRAINT orders_number_key UNIQUE USING INDEX orders_number_key_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_pkey PRIMARY KEY USING INDEX orders_pkey_plumbline_new;
ALTER TABLE public.orders ADD CONSTRAINT orders_parent FOREIGN KEY (parent) REFERENCES public.orders(number) NOT VALID;

-- 36. CREATE index public.users_born_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_born_plumbline_new ON public.users USING btree (born_plumbline_new, id);

-- 37. ALTER column public.users.born
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_born_plumbline_sync" ON public.users;
DROP FUNCTION public.users_born_plumbline_sync();
ALTER TABLE public.users DROP COLUMN born;
ALTER TABLE public.users RENAME COLUMN born_plumbline_new TO born;
ALTER INDEX public.users_born_plumbline_new RENAME TO users_born;

-- 38. CREATE index public.users_mail_score_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_mail_score_key_plumbline_new ON public.users USING btree (mail_plumbline_new, score);

-- 39. ALTER column public.users.mail
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_mail_plumbline_sync" ON public.users;
DROP FUNCTION public.users_mail_plumbline_sync();
ALTER TABLE public.users DROP COLUMN mail;
ALTER TABLE public.users RENAME COLUMN mail_plumbline_new TO mail;
ALTER TABLE public.users RENAME CONSTRAINT users_mail_not_null_plumbline_new TO users_mail_not_null;
ALTER TABLE public.users ADD CONSTRAINT users_mail_score_key UNIQUE USING INDEX users_mail_score_key_plumbline_new;
GRANT SELECT (mail) ON TABLE public.users TO app_reader;

-- 40. CREATE index public.users_mail_score_key_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_mail_score_key_plumbline_new ON public.users USING btree (mail, score_plumbline_new);

-- 41. CREATE index public.users_score_plumbline_new, OUTSIDE
CREATE INDEX CONCURRENTLY users_score_plumbline_new ON public.users USING btree (score_plumbline_new DESC, lower(note)) WHERE (score_plumbline_new > 0);

-- 42. ALTER column public.users.score
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_score_plumbline_sync" ON public.users;
DROP FUNCTION public.users_score_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN score_plumbline_new SET DEFAULT 7;
ALTER TABLE public.users DROP COLUMN score;
ALTER TABLE public.users RENAME COLUMN score_plumbline_new TO score;
ALTER INDEX public.users_score_plumbline_new RENAME TO users_score;
ALTER TABLE public.users ADD CONSTRAINT users_mail_score_key UNIQUE USING INDEX users_mail_score_key_plumbline_new;
COMMENT ON INDEX public.users_score IS 'Serves the list.';

-- 43. ALTER constraint public.orders.orders_parent, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_parent;

-- 44. DROP constraint public.users.users_old
ALTER TABLE public.users DROP CONSTRAINT users_old;

-- 45. ALTER column public.users.age
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS age_plumbline_new text;
CREATE OR REPLACE FUNCTION public.users_age_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.age_plumbline_new := NEW.age::text; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_age_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_age_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_age_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_age_plumbline_sync";

-- 46. CONVERT column public.users.age, BATCHES, DATA_DEPENDENT
UPDATE public.users SET age_plumbline_new = age::text WHERE age_plumbline_new IS NULL AND age IS NOT NULL;

-- 47. ALTER column public.users.age
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_age_plumbline_sync" ON public.users;
DROP FUNCTION public.users_age_plumbline_sync();
ALTER TABLE public.users DROP COLUMN age;
ALTER TABLE public.users RENAME COLUMN age_plumbline_new TO age;

-- 48. ALTER column public.users.id
ALTER TABLE public.users ADD COLUMN IF NOT EXISTS id_plumbline_new integer;
CREATE OR REPLACE FUNCTION public.users_id_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.id_plumbline_new := NEW.id::integer; RETURN NEW; END$plumbline$;
ALTER FUNCTION public.users_id_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~users_id_plumbline_sync" BEFORE INSERT OR UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.users_id_plumbline_sync();
ALTER TABLE public.users ENABLE ALWAYS TRIGGER "~users_id_plumbline_sync";

-- 49. CONVERT column public.users.id, BATCHES, DATA_DEPENDENT
UPDATE public.users SET id_plumbline_new = id::integer WHERE id_plumbline_new IS NULL AND id IS NOT NULL;

-- 50. ALTER column public.users.id
ALTER TABLE public.users ADD CONSTRAINT users_id_not_null_plumbline_new NOT NULL id_plumbline_new NOT VALID;

-- 51. ALTER column public.users.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_id_not_null_plumbline_new;

-- 52. CREATE index public.users_born_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_born_plumbline_new ON public.users USING btree (born, id_plumbline_new);

-- 53. CREATE index public.users_pkey_plumbline_new, OUTSIDE, DATA_DEPENDENT
CREATE UNIQUE INDEX CONCURRENTLY users_pkey_plumbline_new ON public.users USING btree (id_plumbline_new);

-- 54. ALTER column public.users.id
LOCK TABLE public.users IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~users_id_plumbline_sync" ON public.users;
DROP FUNCTION public.users_id_plumbline_sync();
ALTER TABLE public.users ALTER COLUMN id_plumbline_new SET DEFAULT nextval('public.users_id_seq'::regclass);
ALTER SEQUENCE public.users_id_seq OWNED BY public.users.id_plumbline_new;
ALTER TABLE public.orders DROP CONSTRAINT orders_user;
ALTER TABLE public.users DROP COLUMN id;
ALTER TABLE public.users RENAME COLUMN id_plumbline_new TO id;
ALTER TABLE public.users RENAME CONSTRAINT users_id_not_null_plumbline_new TO users_id_not_null;
ALTER INDEX public.users_born_plumbline_new RENAME TO users_born;
ALTER TABLE public.users ADD CONSTRAINT users_pkey PRIMARY KEY USING INDEX users_pkey_plumbline_new;
COMMENT ON COLUMN public.users.id IS 'Counts.';
GRANT SELECT (id) ON TABLE public.users TO app_reader;
COMMENT ON CONSTRAINT users_pkey ON public.users IS 'The key.';
ALTER TABLE public.orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES public.users(id) ON DELETE CASCADE NOT VALID;

-- 55. ALTER sequence public.users_id_seq
SELECT pg_catalog.setval('public.users_id_seq'::pg_catalog.regclass, LEAST(GREATEST(last_value, 1), 2147483647), last_value > 2147483647 OR (is_called AND last_value BETWEEN 1 AND 2147483647)) FROM public.users_id_seq;
ALTER SEQUENCE public.users_id_seq AS integer MAXVALUE 2147483647;

-- 56. ALTER constraint public.orders.orders_user, ALONE, DATA_DEPENDENT
ALTER TABLE public.orders VALIDATE CONSTRAINT orders_user;

-- 57. CREATE constraint public.users.users_age, DATA_DEPENDENT
ALTER TABLE public.users ADD CONSTRAINT users_age CHECK ((age <> ''::text)) NOT VALID;

-- 58. ALTER constraint public.users.users_age, ALONE, DATA_DEPENDENT
ALTER TABLE public.users VALIDATE CONSTRAINT users_age;
