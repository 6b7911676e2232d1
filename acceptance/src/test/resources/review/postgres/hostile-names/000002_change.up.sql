CREATE INDEX "50%, ::warning file=x::" ON "a.b"."the ""order""::error" ("x
y");
ALTER TABLE "a.b"."the ""order""::error" DROP COLUMN "x
y" CASCADE;
