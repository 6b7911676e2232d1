SELECT user_version = 7 FROM pragma_user_version;
SELECT application_id = 1886156141 FROM pragma_application_id;
SELECT title = 'ONE' FROM note;
