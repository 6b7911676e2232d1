CREATE SCHEMA "a.b";
CREATE TABLE "a.b"."the ""order""::error" (id bigint PRIMARY KEY, "x
y" text);
