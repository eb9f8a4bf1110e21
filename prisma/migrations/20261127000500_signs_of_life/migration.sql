-- Stretches in which somebody gave signs of life (keys, clicks) in a ticket that they held, no more than the least cut-off
-- apart: one row until they were quiet for longer. Instants only, nothing of what was typed or where.
CREATE TABLE "signs_of_life" (
    "ticket_id" BIGINT NOT NULL,
    "user_id" UUID NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "to_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signs_of_life_pkey" PRIMARY KEY ("ticket_id","user_id","from_at")
);
-- The end of a stretch moves on with each renewal: there is room for that in its page.
ALTER TABLE "signs_of_life" SET (fillfactor = 80);

-- After how long without a sign of life a member of the team counts as idle, from an instant on (null: since ever). Rows are
-- only put in, so that a change moves no figure of earlier times. Before its first row a team has the usual five minutes.
CREATE TABLE "team_idle" (
    "id" BIGSERIAL NOT NULL,
    "team_id" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "minutes" INTEGER NOT NULL,

    CONSTRAINT "team_idle_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "team_idle_team_id_id_idx" ON "team_idle"("team_id", "id");
ALTER TABLE "team_idle" ADD CONSTRAINT "team_idle_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was done before nobody noticed signs of life: it counts whole. Where nothing was done yet, they count since ever.
INSERT INTO "settings" ("key", "value")
SELECT 'signs-of-life-since', to_jsonb(max("at")) FROM "history" HAVING max("at") IS NOT NULL
ON CONFLICT ("key") DO NOTHING;
