-- How many tiers a team has. All had three until now.
ALTER TABLE "teams" ADD COLUMN "tiers" INTEGER NOT NULL DEFAULT 3;
ALTER TABLE "teams" ADD CONSTRAINT "teams_tiers_check" CHECK ("tiers" >= 1);
