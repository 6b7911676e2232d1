CREATE TABLE public.split (id integer, n integer, CONSTRAINT n_large CHECK (n > 10), PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE public.low PARTITION OF public.split FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE public.lowest PARTITION OF public.low FOR VALUES FROM (0) TO (5);
CREATE TABLE public.base (n integer, CONSTRAINT n_small CHECK (n < 5));
CREATE TABLE public.derived () INHERITS (public.base);
COMMENT ON CONSTRAINT n_large ON public.split IS 'of all';
COMMENT ON CONSTRAINT n_large ON public.lowest IS 'kept while its constraint is made again';
COMMENT ON CONSTRAINT low_pkey ON public.low IS 'goes';
COMMENT ON CONSTRAINT n_small ON public.derived IS 'changes';
