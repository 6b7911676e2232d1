SELECT sql LIKE '%REFERENCES p)' FROM sqlite_schema WHERE name = 'c';
