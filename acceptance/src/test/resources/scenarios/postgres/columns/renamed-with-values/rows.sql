INSERT INTO api_keys (type) VALUES ('admin'), ('reader'), ('admin');
