SELECT count(*) = 1 FROM words WHERE term = 'walk';
SELECT count(*) = 1 FROM terms;
SELECT count(*) > 1 FROM pages;
