-- A specialist team takes escalations although its tier is not higher. Teams that exist are none until somebody says so.
ALTER TABLE "teams" ADD COLUMN "specialist" BOOLEAN NOT NULL DEFAULT false;
