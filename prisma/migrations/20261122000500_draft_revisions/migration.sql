-- Revisions of drafts go on where they were when a draft is published or thrown away: a revision that somebody
-- remembers never names another text.
ALTER TABLE "sops" ADD COLUMN "draft_revision" INTEGER NOT NULL DEFAULT 0;
UPDATE "sops" SET "draft_revision" = d."revision" FROM "sop_drafts" d WHERE d."sop_id" = "sops"."id";
