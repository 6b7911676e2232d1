SELECT 1 FROM w WHERE b <> 'b';
