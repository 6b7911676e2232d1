CREATE TABLE public.t (a bigint NOT NULL, b integer CONSTRAINT b_here NOT NULL, c integer, d integer NOT NULL, e integer NOT NULL);
COMMENT ON CONSTRAINT t_a_not_null ON public.t IS 'always';
COMMENT ON CONSTRAINT b_here ON public.t IS 'is here';
COMMENT ON CONSTRAINT t_d_not_null ON public.t IS 'comes';
COMMENT ON CONSTRAINT t_e_not_null ON public.t IS 'is said';
CREATE TABLE public.split (id integer NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE public.low PARTITION OF public.split FOR VALUES FROM (0) TO (10);
COMMENT ON CONSTRAINT split_id_not_null ON public.low IS 'of the partition';
COMMENT ON COLUMN public.t.c IS 'stays';
