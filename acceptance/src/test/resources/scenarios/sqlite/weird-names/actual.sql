CREATE TABLE "we""ird; '
[x] ü" ("a b" INT, "'; DROP TABLE x; --" TEXT, "select" INT, `ba``ck` INT, [br acket] INT);
CREATE INDEX "i""x" ON "we""ird; '
[x] ü" ("a b", "select" DESC); CREATE TABLE log (x);
CREATE TRIGGER "tr""x" AFTER INSERT ON "we""ird; '
[x] ü" BEGIN INSERT INTO log VALUES (new."a b"); END;
CREATE VIEW "v""w" AS SELECT "a b" FROM "we""ird; '
[x] ü";
