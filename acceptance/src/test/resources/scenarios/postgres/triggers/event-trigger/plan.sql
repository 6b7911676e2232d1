-- 1. DROP event trigger gone
DROP EVENT TRIGGER gone;

-- 2. CREATE event trigger come
CREATE EVENT TRIGGER come ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION public.ev();
ALTER EVENT TRIGGER come DISABLE;

-- reverse

-- 1. DROP event trigger come
DROP EVENT TRIGGER come;

-- 2. CREATE event trigger gone
CREATE EVENT TRIGGER gone ON sql_drop EXECUTE FUNCTION public.ev();
