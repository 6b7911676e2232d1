SELECT nextval('a'), nextval('b'), nextval('owned');
