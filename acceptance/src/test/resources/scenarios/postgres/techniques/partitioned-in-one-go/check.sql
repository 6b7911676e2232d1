SELECT 1 FROM keyless, nullable, held, summed, pieces, pair HAVING count(*) <> 1;
SELECT 1 FROM own HAVING count(*) <> 2;
