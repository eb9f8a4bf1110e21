-- What is used up of a limit across tickets, per key: the row that a write locks before it uses up more.
CREATE TABLE "limit_sums" (
    "limit_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "used" DECIMAL(20,4) NOT NULL DEFAULT 0,

    CONSTRAINT "limit_sums_pkey" PRIMARY KEY ("limit_id","key")
);

-- The calls that make up a sum: reserved with the order, then confirmed, released, or unknown as long as nobody knows.
CREATE TABLE "limit_uses" (
    "id" BIGSERIAL NOT NULL,
    "limit_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "ticket_id" BIGINT NOT NULL,
    "call" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "state" TEXT NOT NULL,
    "sent" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "limit_uses_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "limit_uses_ticket_id_call_seq_limit_id_key" ON "limit_uses"("ticket_id", "call", "seq", "limit_id");

-- CreateIndex
CREATE INDEX "limit_uses_limit_id_key_idx" ON "limit_uses"("limit_id", "key");

-- When a call went out first: what is refused later says nothing about then.
ALTER TABLE "outbox" ADD COLUMN "sent_at" TIMESTAMPTZ(3);
