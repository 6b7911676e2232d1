DROP TABLE tasks;
DROP TABLE owners;
