-- The record of who did what. Each row's hash covers its content and the hash before it, across days, and the head of a
-- day that is over is anchored. Personal values stand apart and are covered by a salted digest, so that they can be
-- erased without breaking the chain.
CREATE TABLE "audit" (
    "seq" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "act" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "about_kind" TEXT,
    "about_id" TEXT,
    "tickets" TEXT[],
    "request_id" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "personal" JSONB,
    "salt" BYTEA,
    "digest" BYTEA,
    "prev" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "audit_at_idx" ON "audit"("at");

-- CreateIndex
CREATE INDEX "audit_actor_id_seq_idx" ON "audit"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "audit_tickets_idx" ON "audit" USING GIN ("tickets");

-- The one row that all who write the record take turns at.
CREATE TABLE "audit_head" (
    "id" INTEGER NOT NULL,
    "seq" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("id")
);

-- The head of each day that is over.
CREATE TABLE "audit_anchors" (
    "day" DATE NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_anchors_pkey" PRIMARY KEY ("day")
);

-- What was erased, so that a restored database can be told to erase it again.
CREATE TABLE "erasures" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kind" TEXT NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "erasures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "erasures_kind_ref_key" ON "erasures"("kind", "ref");

INSERT INTO "audit_head" ("id", "seq", "day", "hash")
  VALUES (1, 0, DATE '2000-01-01', decode(repeat('00', 32), 'hex'));

-- Functions that run as the owner look for tables here first, and among temporary ones of the caller last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.

CREATE FUNCTION "salted"("salt" bytea, "value" jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN sha256("salt" || convert_to("value"::text, 'UTF8'));

CREATE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS E'DECLARE
  head audit_head%ROWTYPE\073
BEGIN
  SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE\073
  NEW.at := coalesce(NEW.at, clock_timestamp())::timestamptz(3)\073
  -- A clock that jumped back opens no day again.
  NEW.day := greatest(head.day, (NEW.at AT TIME ZONE ''UTC'')::date)\073
  NEW.seq := head.seq + 1\073
  NEW.prev := head.hash\073
  IF NEW.personal IS NULL THEN
    NEW.salt := NULL\073
    NEW.digest := NULL\073
  ELSE
    NEW.salt := uuid_send(gen_random_uuid())\073
    NEW.digest := salted(NEW.salt, NEW.personal)\073
  END IF\073
  NEW.hash := sha256(NEW.prev || convert_to(jsonb_build_array(NEW.seq, NEW.day::text,
    (extract(epoch FROM NEW.at) * 1000)::bigint, NEW.actor_kind, NEW.actor_id, NEW.act, NEW.outcome, NEW.about_kind,
    NEW.about_id, NEW.tickets, NEW.request_id, NEW.data, encode(NEW.digest, ''hex''))::text, ''UTF8''))\073
  IF head.seq > 0 AND NEW.day > head.day THEN
    INSERT INTO audit_anchors (day, seq, hash) VALUES (head.day, head.seq, head.hash)\073
  END IF\073
  UPDATE audit_head SET seq = NEW.seq, day = NEW.day, hash = NEW.hash WHERE id = 1\073
  RETURN NEW\073
END ';

CREATE TRIGGER "audit_chain" BEFORE INSERT ON "audit" FOR EACH ROW EXECUTE FUNCTION "audit_chain"();

CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  RAISE EXCEPTION ''% only grows: % is refused'', TG_TABLE_NAME, lower(TG_OP)
    USING ERRCODE = ''SW001'', HINT = ''A personal value is erased by erase_audit, erase_message or erase_history.''\073
END ';

-- While a demo world is being made nobody has worked with it: what a broken attempt left may be cleared.
CREATE FUNCTION "refuse_clearing"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  IF NOT EXISTS (SELECT FROM settings WHERE key = ''demo-world'' AND value = ''"making"'') THEN
    RAISE EXCEPTION ''% only grows: truncate is refused'', TG_TABLE_NAME USING ERRCODE = ''SW001''\073
  END IF\073
  RETURN NULL\073
END ';

CREATE TRIGGER "audit_no_delete" BEFORE DELETE ON "audit" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_no_truncate" BEFORE TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_anchors_no_change" BEFORE UPDATE OR DELETE ON "audit_anchors"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_anchors_no_truncate" BEFORE TRUNCATE ON "audit_anchors"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_head_no_delete" BEFORE DELETE ON "audit_head" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "audit_head_no_truncate" BEFORE TRUNCATE ON "audit_head"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "erasures_no_change" BEFORE UPDATE OR DELETE ON "erasures"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "erasures_no_truncate" BEFORE TRUNCATE ON "erasures"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Personal values of messages and history: salt and digest, written with the row.
ALTER TABLE "messages" ADD COLUMN "salt" BYTEA, ADD COLUMN "digest" BYTEA;
ALTER TABLE "history" ADD COLUMN "salt" BYTEA, ADD COLUMN "digest" BYTEA;

CREATE FUNCTION "message_personal"("m" "messages") RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_array(m.body, m.author, m.recorded_by);
CREATE FUNCTION "history_personal"("h" "history") RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_array(h.data, h.facts, h.actor, h.recorded_by, h.escalation);

CREATE FUNCTION "digest_message"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  NEW.salt := uuid_send(gen_random_uuid())\073
  NEW.digest := salted(NEW.salt, message_personal(NEW))\073
  RETURN NEW\073
END ';
CREATE FUNCTION "digest_history"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  NEW.salt := uuid_send(gen_random_uuid())\073
  NEW.digest := salted(NEW.salt, history_personal(NEW))\073
  RETURN NEW\073
END ';

UPDATE "messages" m SET "salt" = x.salt, "digest" = salted(x.salt, message_personal(m))
  FROM (SELECT id, uuid_send(gen_random_uuid()) AS salt FROM "messages") x WHERE x.id = m.id;
UPDATE "history" h SET "salt" = x.salt, "digest" = salted(x.salt, history_personal(h))
  FROM (SELECT ticket_id, seq, at, uuid_send(gen_random_uuid()) AS salt FROM "history") x
  WHERE x.ticket_id = h.ticket_id AND x.seq = h.seq AND x.at = h.at;

CREATE TRIGGER "messages_digest" BEFORE INSERT ON "messages" FOR EACH ROW EXECUTE FUNCTION "digest_message"();
CREATE TRIGGER "history_digest" BEFORE INSERT ON "history" FOR EACH ROW EXECUTE FUNCTION "digest_history"();

-- The single change there is: personal values go, their digest stays, and it is remembered and recorded.
CREATE FUNCTION "note_erasure"("kind" text, "ref" text, "ticket" text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'BEGIN
  INSERT INTO erasures (kind, ref) VALUES ($1, $2) ON CONFLICT DO NOTHING\073
  INSERT INTO audit (actor_kind, act, outcome, about_kind, about_id, tickets)
    VALUES (''database'', ''personal.erased'', ''done'', $1, $2, CASE WHEN $3 IS NULL THEN NULL ELSE ARRAY[$3] END)\073
END ';

CREATE FUNCTION "only_erase_audit"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  IF OLD.personal IS NULL OR NEW.personal IS NOT NULL OR NEW.salt IS NOT NULL
    OR (to_jsonb(NEW) - ARRAY[''personal'', ''salt'']) <> (to_jsonb(OLD) - ARRAY[''personal'', ''salt'']) THEN
    RAISE EXCEPTION ''audit only grows: update is refused'' USING ERRCODE = ''SW001''\073
  END IF\073
  PERFORM note_erasure(''audit'', OLD.seq::text, NULL)\073
  RETURN NEW\073
END ';
CREATE FUNCTION "only_erase_message"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  IF OLD.salt IS NULL OR NEW.salt IS NOT NULL OR NEW.body <> '''' OR (NEW.author - ''name'') <> (OLD.author - ''name'')
    OR NEW.author ? ''name'' OR NEW.recorded_by IS DISTINCT FROM OLD.recorded_by
    OR (to_jsonb(NEW) - ARRAY[''body'', ''author'', ''salt'']) <> (to_jsonb(OLD) - ARRAY[''body'', ''author'', ''salt'']) THEN
    RAISE EXCEPTION ''messages only grows: update is refused'' USING ERRCODE = ''SW001''\073
  END IF\073
  PERFORM note_erasure(''message'', OLD.id::text, OLD.ticket_id::text)\073
  RETURN NEW\073
END ';
CREATE FUNCTION "only_erase_history"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  IF OLD.salt IS NULL OR NEW.salt IS NOT NULL OR NEW.data IS NOT NULL OR NEW.facts IS NOT NULL
    OR (NEW.actor - ''name'') <> (OLD.actor - ''name'') OR NEW.actor ? ''name''
    OR (to_jsonb(NEW) - ARRAY[''data'', ''facts'', ''actor'', ''salt'']) <> (to_jsonb(OLD) - ARRAY[''data'', ''facts'', ''actor'', ''salt''])
  THEN
    RAISE EXCEPTION ''history only grows: update is refused'' USING ERRCODE = ''SW001''\073
  END IF\073
  PERFORM note_erasure(''history'', OLD.ticket_id || ''/'' || OLD.seq, OLD.ticket_id::text)\073
  RETURN NEW\073
END ';

CREATE TRIGGER "audit_only_erase" BEFORE UPDATE ON "audit" FOR EACH ROW EXECUTE FUNCTION "only_erase_audit"();
CREATE TRIGGER "messages_only_erase" BEFORE UPDATE ON "messages" FOR EACH ROW EXECUTE FUNCTION "only_erase_message"();
CREATE TRIGGER "history_only_erase" BEFORE UPDATE ON "history" FOR EACH ROW EXECUTE FUNCTION "only_erase_history"();
CREATE TRIGGER "messages_no_delete" BEFORE DELETE ON "messages" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "history_no_delete" BEFORE DELETE ON "history" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "messages_no_truncate" BEFORE TRUNCATE ON "messages"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_clearing"();
CREATE TRIGGER "history_no_truncate" BEFORE TRUNCATE ON "history"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_clearing"();

CREATE FUNCTION "erase_audit"("seq" bigint) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'BEGIN
  UPDATE audit a SET personal = NULL, salt = NULL WHERE a.seq = $1 AND a.personal IS NOT NULL\073
  RETURN FOUND\073
END ';
CREATE FUNCTION "erase_message"("id" bigint) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'BEGIN
  UPDATE messages m SET body = '''', author = m.author - ''name'', salt = NULL WHERE m.id = $1 AND m.salt IS NOT NULL\073
  RETURN FOUND\073
END ';
CREATE FUNCTION "erase_history"("ticket" bigint, "seq" int) RETURNS boolean LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'BEGIN
  UPDATE history h SET data = NULL, facts = NULL, actor = h.actor - ''name'', salt = NULL
    WHERE h.ticket_id = $1 AND h.seq = $2 AND h.salt IS NOT NULL\073
  RETURN FOUND\073
END ';

-- Whoever writes as a lesser role reaches these through the triggers and functions above only.
REVOKE ALL ON FUNCTION "note_erasure"(text, text, text) FROM PUBLIC;
