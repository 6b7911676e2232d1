CREATE TABLE t (id int, old_name text);
CREATE FUNCTION names() RETURNS SETOF text LANGUAGE sql AS 'SELECT old_name FROM public.t';
CREATE FUNCTION pl() RETURNS text LANGUAGE plpgsql AS $$ DECLARE r public.t%ROWTYPE; BEGIN SELECT * INTO r FROM public.t; RETURN r.old_name; END $$;
CREATE FUNCTION of_row(r t) RETURNS int LANGUAGE sql AS 'SELECT r.id';
