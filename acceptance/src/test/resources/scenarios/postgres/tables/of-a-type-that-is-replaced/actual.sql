CREATE TYPE public.person AS (id integer, name text, born date);
CREATE TYPE public.place AS (id integer, name text);
CREATE TABLE public.friends OF public.person (PRIMARY KEY (id));
CREATE TABLE public.log (who public.person, at integer);
CREATE TABLE public.places OF public.place;
CREATE TABLE public.split OF public.place PARTITION BY RANGE (id);
CREATE TABLE public.split_low PARTITION OF public.split FOR VALUES FROM (0) TO (10);
CREATE VIEW public.names AS SELECT name FROM public.friends;
