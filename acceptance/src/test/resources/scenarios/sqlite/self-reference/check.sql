SELECT count(*) = 3 FROM node;
DELETE FROM node WHERE id = 2;
SELECT count(*) = 1 FROM node;
