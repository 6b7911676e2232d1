CREATE TABLE t2 (id int, new_name text);
CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql AS 'SELECT new_name FROM public.t2';
CREATE FUNCTION pl() RETURNS text LANGUAGE plpgsql AS $$ DECLARE r public.t2%ROWTYPE; BEGIN SELECT * INTO r FROM public.t2; RETURN r.new_name; END $$;
CREATE FUNCTION of_row(r t2) RETURNS int LANGUAGE sql AS 'SELECT r.id';
