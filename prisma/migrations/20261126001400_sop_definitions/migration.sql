-- What an SOP was read as is kept in the order of its text, so that nobody has to read the text again.
-- What was stored before has lost that order: its text is read once more when somebody wants it.
ALTER TABLE "sop_versions" ADD COLUMN "ordered" BOOLEAN NOT NULL DEFAULT true;
UPDATE "sop_versions" SET "ordered" = false;
ALTER TABLE "sop_versions" ALTER COLUMN "definition" SET DATA TYPE JSON;
ALTER TABLE "sop_drafts" ADD COLUMN "definition" JSON;
