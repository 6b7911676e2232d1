SELECT 1 FROM people WHERE m <> 'happy';
