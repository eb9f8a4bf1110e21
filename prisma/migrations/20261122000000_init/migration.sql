-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "roles" TEXT[],
    "skills" TEXT[],
    "lang" TEXT NOT NULL DEFAULT 'en',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "generation" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teams" (
    "id" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "calendar" JSONB,

    CONSTRAINT "teams_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "members" (
    "user_id" UUID NOT NULL,
    "team_id" TEXT NOT NULL,
    "tier" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "members_pkey" PRIMARY KEY ("user_id","team_id")
);

-- CreateTable
CREATE TABLE "sops" (
    "id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sops_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sop_versions" (
    "sop_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "published_by" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sop_versions_pkey" PRIMARY KEY ("sop_id","version")
);

-- CreateTable
CREATE TABLE "sop_drafts" (
    "sop_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_by" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sop_drafts_pkey" PRIMARY KEY ("sop_id")
);

-- CreateTable
CREATE TABLE "tickets" (
    "id" BIGSERIAL NOT NULL,
    "sop_id" TEXT NOT NULL,
    "sop_version" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "outcome" TEXT,
    "subject" TEXT NOT NULL,
    "lang" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "priority" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "customer" JSONB NOT NULL,
    "team" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "skills" TEXT[],
    "tags" TEXT[],
    "steps" TEXT[],
    "state" JSONB NOT NULL,
    "open_visits" JSONB NOT NULL,
    "last_visit" INTEGER NOT NULL,
    "sla" JSONB NOT NULL,
    "assignee" UUID,
    "due_at" TIMESTAMPTZ(3),
    "issue_key" TEXT NOT NULL,
    "opened_by" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "replied_at" TIMESTAMPTZ(3),
    "reply_due_at" TIMESTAMPTZ(3),
    "first_resolved_at" TIMESTAMPTZ(3),
    "resolved_at" TIMESTAMPTZ(3),
    "reopenings" INTEGER NOT NULL DEFAULT 0,
    "first_reopened_at" TIMESTAMPTZ(3),
    "escalations" INTEGER NOT NULL DEFAULT 0,
    "transfers" INTEGER NOT NULL DEFAULT 0,
    "handovers" INTEGER NOT NULL DEFAULT 0,
    "handlers" UUID[],
    "merged_into" BIGINT,

    CONSTRAINT "tickets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history" (
    "ticket_id" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "type" TEXT NOT NULL,
    "actor" JSONB NOT NULL,
    "cause" TEXT NOT NULL,
    "data" JSONB,
    "steps" TEXT[],
    "facts" JSONB,
    "escalation" JSONB,

    CONSTRAINT "history_pkey" PRIMARY KEY ("ticket_id","seq","at")
);

-- CreateTable
CREATE TABLE "visits" (
    "ticket_id" BIGINT NOT NULL,
    "no" INTEGER NOT NULL,
    "sop_id" TEXT NOT NULL,
    "sop_version" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "exited_at" TIMESTAMPTZ(3) NOT NULL,
    "left_by" TEXT NOT NULL,
    "queue_ms" BIGINT NOT NULL,
    "touch_ms" BIGINT NOT NULL,
    "customer_ms" BIGINT NOT NULL,
    "external_ms" BIGINT NOT NULL,
    "off_shift_ms" BIGINT NOT NULL,
    "join_ms" BIGINT NOT NULL,
    "agents" UUID[],
    "team" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "sla_due_at" TIMESTAMPTZ(3),
    "sla_breached" BOOLEAN NOT NULL,
    "escalated" BOOLEAN NOT NULL,
    "failed" BOOLEAN NOT NULL,
    "policy" BOOLEAN NOT NULL,
    "regions" JSONB NOT NULL,

    CONSTRAINT "visits_pkey" PRIMARY KEY ("ticket_id","no","entered_at")
);

-- CreateTable
CREATE TABLE "waiting" (
    "ticket_id" BIGINT NOT NULL,
    "visit_no" INTEGER NOT NULL,
    "lane" TEXT NOT NULL,
    "team" TEXT NOT NULL,
    "tier" INTEGER NOT NULL,
    "skills" TEXT[],
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "waiting_pkey" PRIMARY KEY ("ticket_id","visit_no")
);

-- CreateTable
CREATE TABLE "leases" (
    "ticket_id" BIGINT NOT NULL,
    "visit_no" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("ticket_id","visit_no")
);

-- CreateTable
CREATE TABLE "timers" (
    "ticket_id" BIGINT NOT NULL,
    "id" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "timers_pkey" PRIMARY KEY ("ticket_id","id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" BIGSERIAL NOT NULL,
    "ticket_id" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "n" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "messages" (
    "id" BIGSERIAL NOT NULL,
    "ticket_id" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "from" TEXT NOT NULL,
    "author" JSONB NOT NULL,
    "body" TEXT NOT NULL,
    "internal" BOOLEAN NOT NULL,
    "closing" BOOLEAN NOT NULL,

    CONSTRAINT "messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "answer" JSON NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("scope","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "members_team_id_idx" ON "members"("team_id");

-- CreateIndex
CREATE INDEX "tickets_status_created_at_idx" ON "tickets"("status", "created_at");

-- CreateIndex
CREATE INDEX "tickets_sop_id_created_at_idx" ON "tickets"("sop_id", "created_at");

-- CreateIndex
CREATE INDEX "tickets_created_at_idx" ON "tickets"("created_at");

-- CreateIndex
CREATE INDEX "tickets_issue_key_created_at_idx" ON "tickets"("issue_key", "created_at");

-- CreateIndex
CREATE INDEX "tickets_customer_id_created_at_idx" ON "tickets"("customer_id", "created_at");

-- CreateIndex
CREATE INDEX "tickets_merged_into_idx" ON "tickets"("merged_into");

-- CreateIndex
CREATE INDEX "visits_sop_id_sop_version_step_entered_at_idx" ON "visits"("sop_id", "sop_version", "step", "entered_at");

-- CreateIndex
CREATE INDEX "waiting_lane_due_at_ticket_id_idx" ON "waiting"("lane", "due_at", "ticket_id");

-- CreateIndex
CREATE INDEX "leases_user_id_idx" ON "leases"("user_id");

-- CreateIndex
CREATE INDEX "leases_expires_at_idx" ON "leases"("expires_at");

-- CreateIndex
CREATE INDEX "timers_due_at_idx" ON "timers"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_ticket_id_seq_n_key" ON "outbox"("ticket_id", "seq", "n");

-- CreateIndex
CREATE INDEX "messages_ticket_id_at_idx" ON "messages"("ticket_id", "at");

-- CreateIndex
CREATE INDEX "messages_at_idx" ON "messages"("at");

-- CreateIndex
CREATE INDEX "idempotency_at_idx" ON "idempotency"("at");

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "members" ADD CONSTRAINT "members_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sop_versions" ADD CONSTRAINT "sop_versions_sop_id_fkey" FOREIGN KEY ("sop_id") REFERENCES "sops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sop_drafts" ADD CONSTRAINT "sop_drafts_sop_id_fkey" FOREIGN KEY ("sop_id") REFERENCES "sops"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
