-- 1. ALTER column public.a_table_whose_name_takes_most_of_what_the_server_has_room_for.a_column_whose_name_is_as_long_as_the_name_of_its_table
ALTER TABLE public.a_table_whose_name_takes_most_of_what_the_server_has_room_for ADD CONSTRAINT a_table_whose_name_takes_most_of_wh_2e04ad8c_plumbline_not_null CHECK (a_column_whose_name_is_as_long_as_the_name_of_its_table IS NOT NULL) NOT VALID;

-- 2. ALTER column public.a_table_whose_name_takes_most_of_what_the_server_has_room_for.a_column_whose_name_is_as_long_as_the_name_of_its_table, ALONE, DATA_DEPENDENT
ALTER TABLE public.a_table_whose_name_takes_most_of_what_the_server_has_room_for VALIDATE CONSTRAINT a_table_whose_name_takes_most_of_wh_2e04ad8c_plumbline_not_null;

-- 3. ALTER column public.a_table_whose_name_takes_most_of_what_the_server_has_room_for.a_column_whose_name_is_as_long_as_the_name_of_its_table
ALTER TABLE public.a_table_whose_name_takes_most_of_what_the_server_has_room_for ALTER COLUMN a_column_whose_name_is_as_long_as_the_name_of_its_table SET NOT NULL;
ALTER TABLE public.a_table_whose_name_takes_most_of_what_the_server_has_room_for DROP CONSTRAINT a_table_whose_name_takes_most_of_wh_2e04ad8c_plumbline_not_null;

-- 4. ALTER column public.child.more
ALTER TABLE public.child ADD CONSTRAINT child_more_plumbline_not_null CHECK (more IS NOT NULL) NOT VALID;

-- 5. ALTER column public.child.name
ALTER TABLE public.child ADD CONSTRAINT child_name_plumbline_not_null CHECK (name IS NOT NULL) NOT VALID;

-- 6. ALTER column public.child.more, ALONE, DATA_DEPENDENT
ALTER TABLE public.child VALIDATE CONSTRAINT child_more_plumbline_not_null, VALIDATE CONSTRAINT child_name_plumbline_not_null;

-- 7. ALTER column public.child.more
ALTER TABLE public.child ALTER COLUMN more SET NOT NULL;
ALTER TABLE public.child DROP CONSTRAINT child_more_plumbline_not_null;

-- 8. ALTER column public.child.name
ALTER TABLE public.child ALTER COLUMN name SET NOT NULL;
ALTER TABLE public.child DROP CONSTRAINT child_name_plumbline_not_null;

-- 9. ALTER column public.parent.id
ALTER TABLE public.parent ADD CONSTRAINT parent_id_plumbline_not_null CHECK (id IS NOT NULL) NOT VALID;

-- 10. ALTER column public.parent.id, ALONE, DATA_DEPENDENT
ALTER TABLE public.parent VALIDATE CONSTRAINT parent_id_plumbline_not_null;

-- 11. ALTER column public.parent.id
ALTER TABLE public.parent ALTER COLUMN id SET NOT NULL;
ALTER TABLE public.parent DROP CONSTRAINT parent_id_plumbline_not_null;

-- 12. ALTER column public.part.day
ALTER TABLE public.part ADD CONSTRAINT part_day_plumbline_not_null CHECK (day IS NOT NULL) NOT VALID;

-- 13. ALTER column public.part.day, ALONE, DATA_DEPENDENT
ALTER TABLE public.part VALIDATE CONSTRAINT part_day_plumbline_not_null;

-- 14. ALTER column public.part.day
ALTER TABLE public.part ALTER COLUMN day SET NOT NULL;
ALTER TABLE public.part DROP CONSTRAINT part_day_plumbline_not_null;

-- 15. ALTER column public.part_2.name
ALTER TABLE public.part_2 ADD CONSTRAINT part_2_name_plumbline_not_null CHECK (name IS NOT NULL) NOT VALID;

-- 16. ALTER column public.part_2.name, ALONE, DATA_DEPENDENT
ALTER TABLE public.part_2 VALIDATE CONSTRAINT part_2_name_plumbline_not_null;

-- 17. ALTER column public.part_2.name
ALTER TABLE public.part_2 ALTER COLUMN name SET NOT NULL;
ALTER TABLE public.part_2 DROP CONSTRAINT part_2_name_plumbline_not_null;

-- 18. ALTER column public.plain.Not
ALTER TABLE public.plain ADD CONSTRAINT "plain_Not_plumbline_not_null" CHECK ("Not" IS NOT NULL) NOT VALID;

-- 19. ALTER column public.plain.a
ALTER TABLE public.plain ADD CONSTRAINT plain_a_plumbline_not_null CHECK (a IS NOT NULL) NOT VALID;

-- 20. ALTER column public.plain.b
ALTER TABLE public.plain ALTER COLUMN b SET DEFAULT 'x'::text;
ALTER TABLE public.plain ADD CONSTRAINT plain_b_plumbline_not_null CHECK (b IS NOT NULL) NOT VALID;

-- 21. ALTER column public.plain.Not, ALONE, DATA_DEPENDENT
ALTER TABLE public.plain VALIDATE CONSTRAINT "plain_Not_plumbline_not_null", VALIDATE CONSTRAINT plain_a_plumbline_not_null, VALIDATE CONSTRAINT plain_b_plumbline_not_null;

-- 22. ALTER column public.plain.Not
ALTER TABLE public.plain ALTER COLUMN "Not" SET NOT NULL;
ALTER TABLE public.plain DROP CONSTRAINT "plain_Not_plumbline_not_null";

-- 23. ALTER column public.plain.a
ALTER TABLE public.plain ALTER COLUMN a SET NOT NULL;
ALTER TABLE public.plain DROP CONSTRAINT plain_a_plumbline_not_null;

-- 24. ALTER column public.plain.b
ALTER TABLE public.plain ALTER COLUMN b SET NOT NULL;
ALTER TABLE public.plain DROP CONSTRAINT plain_b_plumbline_not_null;

-- 25. ALTER column public.plain.c, DATA_DEPENDENT
ALTER TABLE public.plain ALTER COLUMN c TYPE text USING c::text;
ALTER TABLE public.plain ADD CONSTRAINT plain_c_plumbline_not_null CHECK (c IS NOT NULL) NOT VALID;

-- 26. ALTER column public.plain.c, ALONE, DATA_DEPENDENT
ALTER TABLE public.plain VALIDATE CONSTRAINT plain_c_plumbline_not_null;

-- 27. ALTER column public.plain.c
ALTER TABLE public.plain ALTER COLUMN c SET NOT NULL;
ALTER TABLE public.plain DROP CONSTRAINT plain_c_plumbline_not_null;

-- reverse

-- 1. ALTER column public.a_table_whose_name_takes_most_of_what_the_server_has_room_for.a_column_whose_name_is_as_long_as_the_name_of_its_table
ALTER TABLE public.a_table_whose_name_takes_most_of_what_the_server_has_room_for ALTER COLUMN a_column_whose_name_is_as_long_as_the_name_of_its_table DROP NOT NULL;

-- 2. ALTER column public.child.more
ALTER TABLE public.child ALTER COLUMN more DROP NOT NULL;

-- 3. ALTER column public.child.name
ALTER TABLE public.child ALTER COLUMN name DROP NOT NULL;

-- 4. ALTER column public.parent.id
ALTER TABLE public.parent ALTER COLUMN id DROP NOT NULL;

-- 5. ALTER column public.part.day
ALTER TABLE public.part ALTER COLUMN day DROP NOT NULL;

-- 6. ALTER column public.part_2.name
ALTER TABLE public.part_2 ALTER COLUMN name DROP NOT NULL;

-- 7. ALTER column public.plain.Not
ALTER TABLE public.plain ALTER COLUMN "Not" DROP NOT NULL;

-- 8. ALTER column public.plain.a
ALTER TABLE public.plain ALTER COLUMN a DROP NOT NULL;

-- 9. ALTER column public.plain.b
ALTER TABLE public.plain ALTER COLUMN b DROP NOT NULL;

-- 10. ALTER column public.plain.c
ALTER TABLE public.plain ADD COLUMN IF NOT EXISTS c_plumbline_new character varying(10);
CREATE OR REPLACE FUNCTION public.plain_c_plumbline_sync() RETURNS trigger LANGUAGE plpgsql SET search_path = '' SET TimeZone = 'UTC' SET DateStyle = 'ISO' SET IntervalStyle = 'postgres' AS $plumbline$BEGIN NEW.c_plumbline_new := NEW.c::character varying(10); RETURN NEW; END$plumbline$;
ALTER FUNCTION public.plain_c_plumbline_sync() OWNER TO CURRENT_USER;
CREATE OR REPLACE TRIGGER "~plain_c_plumbline_sync" BEFORE INSERT OR UPDATE ON public.plain FOR EACH ROW EXECUTE FUNCTION public.plain_c_plumbline_sync();
ALTER TABLE public.plain ENABLE ALWAYS TRIGGER "~plain_c_plumbline_sync";

-- 11. CONVERT column public.plain.c, BATCHES, DATA_DEPENDENT
UPDATE public.plain SET c_plumbline_new = c::character varying(10) WHERE c_plumbline_new IS NULL AND c IS NOT NULL;

-- 12. ALTER column public.plain.c
LOCK TABLE public.plain IN ACCESS EXCLUSIVE MODE;
DROP TRIGGER "~plain_c_plumbline_sync" ON public.plain;
DROP FUNCTION public.plain_c_plumbline_sync();
ALTER TABLE public.plain DROP COLUMN c;
ALTER TABLE public.plain RENAME COLUMN c_plumbline_new TO c;

-- 13. DROP column default public.plain.b
ALTER TABLE public.plain ALTER COLUMN b DROP DEFAULT;
