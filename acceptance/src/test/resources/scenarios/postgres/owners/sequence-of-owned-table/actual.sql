CREATE TABLE public.items (name text);
ALTER TABLE public.items OWNER TO app_owner;
CREATE SEQUENCE public.loose;
CREATE TABLE public.mine (id integer);
CREATE SEQUENCE public.theirs OWNED BY public.mine.id;
