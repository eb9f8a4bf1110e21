-- The identity of the command that made the row: what tells whether it was written when its answer got lost.
ALTER TABLE "history" ADD COLUMN "command_id" UUID;
