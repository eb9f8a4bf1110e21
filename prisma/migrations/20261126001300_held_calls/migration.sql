-- A call of a ticket on the brake says until when it is held back, so that a start, or another process, does not send it sooner.
ALTER TABLE "outbox" ADD COLUMN "held_until" TIMESTAMPTZ(3);
