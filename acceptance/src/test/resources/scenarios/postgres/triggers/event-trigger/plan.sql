-- 1. CREATE event trigger come
CREATE EVENT TRIGGER come ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION public.ev();
ALTER EVENT TRIGGER come DISABLE;

-- 2. DROP event trigger gone
DROP EVENT TRIGGER gone;

-- reverse

-- 1. CREATE event trigger gone
CREATE EVENT TRIGGER gone ON sql_drop EXECUTE FUNCTION public.ev();

-- 2. DROP event trigger come
DROP EVENT TRIGGER come;
