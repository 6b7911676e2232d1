CREATE TABLE public.items (name text, number serial, other integer, third integer);
ALTER TABLE public.items OWNER TO app_owner;
CREATE SEQUENCE public.loose;
ALTER SEQUENCE public.loose OWNER TO app_owner;
ALTER SEQUENCE public.loose OWNED BY public.items.other;
CREATE TABLE public.mine (id integer);
CREATE SEQUENCE public.theirs;
ALTER SEQUENCE public.theirs OWNER TO app_owner;
ALTER SEQUENCE public.theirs OWNED BY public.items.third;
