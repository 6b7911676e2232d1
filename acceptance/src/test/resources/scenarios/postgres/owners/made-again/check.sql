SELECT 'owner of the function' WHERE (SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'largest') <> 'app_owner';
