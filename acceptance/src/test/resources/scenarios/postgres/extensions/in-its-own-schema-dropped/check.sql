SELECT 1 FROM people WHERE mail <> 'A@b';
