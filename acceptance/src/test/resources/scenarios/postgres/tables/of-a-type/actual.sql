CREATE TYPE public.person AS (id integer, name text, born date);
CREATE TABLE public.friends OF public.person (PRIMARY KEY (id));
CREATE TABLE public.gone OF public.person;
CREATE TABLE public.left_type OF public.person;
CREATE TABLE public.joins (id integer NOT NULL, name text, born date);
