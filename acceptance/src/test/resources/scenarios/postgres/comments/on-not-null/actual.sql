CREATE TABLE public.t (a integer NOT NULL, b integer CONSTRAINT b_there NOT NULL, c integer NOT NULL, d integer, e integer NOT NULL);
COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'always';
COMMENT ON CONSTRAINT b_there ON public.t IS 'is there';
COMMENT ON CONSTRAINT t_c_not_null ON public.t IS 'goes';
CREATE TABLE public.split (id integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE public.low PARTITION OF public.split FOR VALUES FROM (0) TO (10);
COMMENT ON COLUMN public.t.c IS 'stays';
