-- The calendar of a team has a history, so that a change moves no figure of earlier times. Rows are only put in: each
-- holds from its instant on, over whatever stood there before it. Without an instant: since ever. Before its first row a
-- team was always open.
CREATE TABLE "team_calendars" (
    "id" BIGSERIAL NOT NULL,
    "team_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "calendar" JSONB,

    CONSTRAINT "team_calendars_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "team_calendars_team_id_id_idx" ON "team_calendars"("team_id", "id");

-- AddForeignKey
ALTER TABLE "team_calendars" ADD CONSTRAINT "team_calendars_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a team has now is what it always had, as far as anybody knows.
INSERT INTO "team_calendars" ("team_id", "calendar")
SELECT "id", "calendar" FROM "teams" WHERE jsonb_typeof("calendar") = 'object' ORDER BY "id";
ALTER TABLE "teams" DROP COLUMN "calendar";

CREATE TRIGGER "team_calendars_live" AFTER INSERT OR UPDATE OR DELETE ON "team_calendars"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();

-- The teams that were in charge of a stay before the last one, with the instant (ms) until which each was. Stays of before
-- this migration know the last one only.
ALTER TABLE "visits" ADD COLUMN "teams_before" JSONB;
