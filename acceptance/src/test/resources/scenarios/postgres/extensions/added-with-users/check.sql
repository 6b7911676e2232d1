SELECT 1 FROM docs WHERE attrs -> 'a' <> '1';
