-- A ticket that its clocks and calls kept moving is slowed down, and leads see those few at once.
ALTER TABLE "tickets" ADD COLUMN "braked_at" TIMESTAMPTZ(3);
CREATE INDEX "tickets_braked_at_idx" ON "tickets" ("braked_at") WHERE "braked_at" IS NOT NULL;
