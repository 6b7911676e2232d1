-- 1. ALTER sequence public.resource_id_seq
ALTER SEQUENCE public.resource_id_seq OWNED BY NONE;

-- 2. DROP table public.resource, DATA_LOSS IRREVERSIBLE; loses the rows of table public.resource
DROP TABLE public.resource;

-- 3. CREATE table public.attachment
CREATE TABLE public.attachment (
    id integer DEFAULT nextval('public.resource_id_seq'::regclass) CONSTRAINT resource_id_not_null NOT NULL,
    name text,
    CONSTRAINT resource_pkey PRIMARY KEY (id)
);

-- 4. ALTER sequence public.resource_id_seq
ALTER SEQUENCE public.resource_id_seq OWNED BY public.attachment.id;

-- 5. CREATE index public.by_name
CREATE INDEX by_name ON public.attachment USING btree (name);

-- reverse

-- 1. ALTER sequence public.resource_id_seq
ALTER SEQUENCE public.resource_id_seq OWNED BY NONE;

-- 2. DROP table public.attachment, DATA_LOSS IRREVERSIBLE; loses the rows of table public.attachment
DROP TABLE public.attachment;

-- 3. CREATE table public.resource
CREATE TABLE public.resource (
    id integer DEFAULT nextval('public.resource_id_seq'::regclass) CONSTRAINT resource_id_not_null NOT NULL,
    name text,
    CONSTRAINT resource_pkey PRIMARY KEY (id)
);

-- 4. ALTER sequence public.resource_id_seq
ALTER SEQUENCE public.resource_id_seq OWNED BY public.resource.id;

-- 5. CREATE index public.by_name
CREATE INDEX by_name ON public.resource USING btree (name);
