CREATE TABLE public.moves (id integer PRIMARY KEY, name text);
CREATE INDEX moves_name ON public.moves (name);
CREATE TABLE public.returns (id integer UNIQUE USING INDEX TABLESPACE app_space) TABLESPACE app_space;
CREATE INDEX returns_id ON public.returns (id) TABLESPACE app_space;
CREATE MATERIALIZED VIEW public.sums AS SELECT count(*) AS n FROM public.moves;
CREATE TABLE public.split (id integer) PARTITION BY RANGE (id);
CREATE TABLE public.split_low PARTITION OF public.split FOR VALUES FROM (0) TO (10);
