SELECT rowid = 5 AND oid IS NULL AND "_rowid_" = 3 FROM t;
