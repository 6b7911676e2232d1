SELECT 1 WHERE twice() <> 10;
