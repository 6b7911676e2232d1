-- 1. CREATE default privilege app_reader..TYPES.<owner>
ALTER DEFAULT PRIVILEGES FOR ROLE app_reader REVOKE USAGE ON TYPES FROM app_reader;

-- 2. CREATE default privilege app_writer..TYPES.PUBLIC
ALTER DEFAULT PRIVILEGES FOR ROLE app_writer REVOKE USAGE ON TYPES FROM PUBLIC;

-- 3. DROP default privilege app_writer..TYPES.<owner>
ALTER DEFAULT PRIVILEGES FOR ROLE app_writer GRANT USAGE ON TYPES TO app_writer;

-- reverse

-- 1. CREATE default privilege app_writer..TYPES.<owner>
ALTER DEFAULT PRIVILEGES FOR ROLE app_writer REVOKE USAGE ON TYPES FROM app_writer;

-- 2. DROP default privilege app_reader..TYPES.<owner>
ALTER DEFAULT PRIVILEGES FOR ROLE app_reader GRANT USAGE ON TYPES TO app_reader;

-- 3. DROP default privilege app_writer..TYPES.PUBLIC
ALTER DEFAULT PRIVILEGES FOR ROLE app_writer GRANT USAGE ON TYPES TO PUBLIC;
