SELECT 1 FROM parcels WHERE seen IS NULL OR number IS NULL OR number < 100 OR same <> 'same';
SELECT 1 FROM parcels HAVING count(DISTINCT code) <> 5000 OR count(DISTINCT number) <> 5000;
SELECT 1 FROM places HAVING count(DISTINCT place) <> 3000 OR count(DISTINCT label) <> 3000 OR min(place) < 1;
SELECT 1 WHERE nextval(pg_get_serial_sequence('parcels', 'number')) <= (SELECT max(number) FROM parcels);
SELECT 1 WHERE nextval('places_place_seq') <= (SELECT max(place) FROM places);
