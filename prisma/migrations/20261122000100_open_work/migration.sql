-- What schema.prisma cannot say.

-- Rows of tickets change with every event: room on the page keeps the new version beside the old one (HOT).
-- They are kept in one piece: a place outside the row would be a second write.
ALTER TABLE "tickets" SET (fillfactor = 80, toast_tuple_target = 8160);
ALTER TABLE "history" SET (toast_tuple_target = 8160);

-- Effects that are not accounted for yet, queued or not: few among many.
CREATE INDEX "outbox_undone_idx" ON "outbox" ("at", "id") WHERE "done_at" IS NULL;

ALTER TABLE "tickets"
  ADD CONSTRAINT "tickets_status_check" CHECK ("status" IN ('open', 'resolved', 'cancelled', 'merged')),
  ADD CONSTRAINT "tickets_version_check" CHECK ("version" >= 1);
ALTER TABLE "history"
  ADD CONSTRAINT "history_cause_check" CHECK ("cause" IN ('agent', 'customer', 'rule', 'clock', 'automation'));
ALTER TABLE "visits"
  ADD CONSTRAINT "visits_kind_check"
    CHECK ("kind" IN ('human', 'automatic', 'waits-for-customer', 'waits-for-others', 'joined')),
  ADD CONSTRAINT "visits_parts_check"
    CHECK (least("queue_ms", "touch_ms", "customer_ms", "external_ms", "off_shift_ms", "join_ms") >= 0),
  ADD CONSTRAINT "visits_order_check" CHECK ("exited_at" >= "entered_at");
ALTER TABLE "outbox"
  ADD CONSTRAINT "outbox_kind_check" CHECK ("kind" IN ('http', 'lane', 'merge'));
ALTER TABLE "messages"
  ADD CONSTRAINT "messages_from_check" CHECK ("from" IN ('customer', 'agent', 'system'));

-- All stays in steps, finished and open. An open one has no end, and its parts are charged up to "since";
-- from there on time goes to the part that "running" names.
CREATE VIEW "step_visits" AS
SELECT
  "ticket_id", "no", "sop_id", "sop_version", "step", "kind", "entered_at", "exited_at", "left_by",
  "queue_ms", "touch_ms", "customer_ms", "external_ms", "off_shift_ms", "join_ms",
  "agents", "team", "tier", "sla_due_at", "sla_breached", "escalated", "failed", "policy", "regions",
  NULL::text AS "running",
  NULL::timestamptz(3) AS "since"
FROM "visits"
UNION ALL
SELECT
  t."id", v."no", t."sop_id", t."sop_version", v."step", v."kind",
  to_timestamp(v."enteredAt" / 1000.0)::timestamptz(3), NULL, NULL,
  (v."parts" ->> 'queue')::bigint, (v."parts" ->> 'touch')::bigint, (v."parts" ->> 'customer')::bigint,
  (v."parts" ->> 'external')::bigint, (v."parts" ->> 'offShift')::bigint, (v."parts" ->> 'join')::bigint,
  ARRAY(SELECT jsonb_array_elements_text(v."agents")::uuid), v."team", v."tier",
  to_timestamp(v."slaDueAt" / 1000.0)::timestamptz(3), v."slaBreached", v."escalated", false, v."policy",
  v."regions",
  v."running",
  to_timestamp(v."since" / 1000.0)::timestamptz(3)
FROM "tickets" t
CROSS JOIN LATERAL jsonb_to_recordset(t."open_visits") AS v(
  "no" integer, "step" text, "kind" text, "team" text, "tier" integer, "enteredAt" bigint, "since" bigint,
  "running" text, "parts" jsonb, "agents" jsonb, "slaDueAt" bigint, "slaBreached" boolean, "escalated" boolean,
  "policy" boolean, "regions" jsonb
);
