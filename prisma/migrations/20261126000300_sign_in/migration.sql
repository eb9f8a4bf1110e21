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
