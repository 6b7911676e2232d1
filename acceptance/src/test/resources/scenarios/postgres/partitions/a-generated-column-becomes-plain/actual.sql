CREATE TABLE public.events (id integer, name text, folded text GENERATED ALWAYS AS (lower(name)) STORED) PARTITION BY RANGE (id);
CREATE TABLE public.events_low PARTITION OF public.events FOR VALUES FROM (0) TO (10) PARTITION BY LIST (id);
CREATE TABLE public.events_one PARTITION OF public.events_low FOR VALUES IN (1);
CREATE TABLE public.base (name text, folded text GENERATED ALWAYS AS (lower(name)) STORED);
CREATE TABLE public.derived (more integer) INHERITS (public.base);
