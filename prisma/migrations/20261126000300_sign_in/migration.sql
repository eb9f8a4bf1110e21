-- Counted by a library until now, of no use beyond a quarter of an hour.
DROP TABLE IF EXISTS "sign_in_tries";

-- Failed sign-ins of an account at a place, and (place empty) at all places together where it never signed in.
CREATE TABLE "sign_in_failures" (
    "account" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "failed" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_failures_pkey" PRIMARY KEY ("account","place")
);

-- CreateIndex
CREATE INDEX "sign_in_failures_place_last_at_idx" ON "sign_in_failures"("place", "last_at");

-- Where an account has signed in: failures elsewhere do not hold there.
CREATE TABLE "known_places" (
    "account" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "known_places_pkey" PRIMARY KEY ("account","place")
);

-- Somebody else knows the password: everything else waits until its owner has set another one.
ALTER TABLE "users" ADD COLUMN "password_expired" BOOLEAN NOT NULL DEFAULT false;

-- One sign-in on one device, from the password to its end. `serial`: the newest token that came, `used_at` by the minute.
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "generation" INTEGER NOT NULL,
    "serial" INTEGER NOT NULL DEFAULT 0,
    "serial_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "proved_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A stream ends with its session, in whichever process either is.
CREATE TRIGGER "sessions_live" AFTER UPDATE OF "ended_at" ON "sessions"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();
