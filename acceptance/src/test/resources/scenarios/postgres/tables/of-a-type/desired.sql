CREATE TYPE public.person AS (id integer, name text, born date, size integer);
CREATE TABLE public.friends OF public.person (PRIMARY KEY (id), name NOT NULL, born DEFAULT '2000-01-01', CHECK (size > 0));
CREATE INDEX friends_name ON public.friends (name);
COMMENT ON COLUMN public.friends.name IS 'of the friend';
CREATE TABLE public.added OF public.person (id WITH OPTIONS UNIQUE);
CREATE TABLE public.left_type (id integer, name text, born date);
CREATE TABLE public.joins OF public.person (id NOT NULL);
