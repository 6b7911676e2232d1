-- 1. ALTER composite type public.address
ALTER TYPE public.address ALTER ATTRIBUTE zip TYPE text;
ALTER TYPE public.address ADD ATTRIBUTE city text COLLATE pg_catalog."C";

-- 2. ALTER function public.zip_of(public.address)
CREATE OR REPLACE FUNCTION public.zip_of(a public.address)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (a).zip $function$;

-- reverse

-- 1. ALTER composite type public.address, DATA_LOSS
ALTER TYPE public.address DROP ATTRIBUTE city;
ALTER TYPE public.address ALTER ATTRIBUTE zip TYPE integer;

-- 2. ALTER function public.zip_of(public.address)
CREATE OR REPLACE FUNCTION public.zip_of(a public.address)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT (a).zip::text $function$;
