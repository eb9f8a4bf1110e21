-- Who entered it when that was not the author: an agent who passes on what a customer said.
ALTER TABLE "messages" ADD COLUMN "recorded_by" JSONB;
ALTER TABLE "history" ADD COLUMN "recorded_by" JSONB;
-- Merges are written in both tickets at once, so the notice that used to travel through the outbox is not sent any more.
UPDATE "outbox" SET "done_at" = now() WHERE "kind" = 'merge' AND "done_at" IS NULL;
