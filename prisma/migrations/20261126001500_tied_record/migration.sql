-- What was outside the chain of the record is tied to it: erasures to the very value that was erased, and where the
-- chains of the tickets end, as of each day that is over.
ALTER TABLE "erasures" ADD COLUMN "digest" BYTEA;

-- For the check: whether an erasure stands in the record.
CREATE INDEX "audit_erased_idx" ON "audit" ("about_kind", "about_id") WHERE "act" = 'personal.erased';

-- Where the chain of a ticket ended when the record covered it (SEQ: its row of the record).
CREATE TABLE "seal_anchors" (
    "ticket_id" BIGINT NOT NULL,
    "links" INTEGER NOT NULL,
    "seal" BYTEA NOT NULL,
    "seq" BIGINT NOT NULL,

    CONSTRAINT "seal_anchors_pkey" PRIMARY KEY ("ticket_id","links")
);

-- Functions that run as the owner look for tables here first, and among temporary ones of the caller last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.

-- A digest is salted and stays when its value is erased: what has the same one is the same row, in whatever database.
CREATE FUNCTION "erasure_digest"("kind" text, "ref" text) RETURNS bytea LANGUAGE sql STABLE
  RETURN CASE "kind"
    WHEN 'audit' THEN (SELECT a.digest FROM "audit" a WHERE a.seq = "ref"::bigint)
    WHEN 'message' THEN (SELECT m.digest FROM "messages" m WHERE m.id = split_part("ref", '#', 1)::bigint)
    WHEN 'history' THEN (SELECT h.digest FROM "history" h
      WHERE h.ticket_id = split_part("ref", '/', 1)::bigint
        AND h.seq = split_part(split_part("ref", '#', 1), '/', 2)::int LIMIT 1) END;

ALTER TABLE "erasures" DISABLE TRIGGER "erasures_no_change";
UPDATE "erasures" SET "digest" = erasure_digest("kind", "ref");
-- Without a row there is nothing that could come back under this number.
DELETE FROM "erasures" WHERE "digest" IS NULL;
ALTER TABLE "erasures" ENABLE TRIGGER "erasures_no_change";
ALTER TABLE "erasures" ALTER COLUMN "digest" SET NOT NULL;
-- A number may stand for another row after an older copy was brought back.
DROP INDEX "erasures_kind_ref_key";
CREATE UNIQUE INDEX "erasures_kind_ref_digest_key" ON "erasures"("kind", "ref", "digest");

CREATE OR REPLACE FUNCTION "note_erasure"("kind" text, "ref" text, "ticket" text) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'BEGIN
  INSERT INTO erasures (kind, ref, digest) VALUES ($1, $2, erasure_digest($1, $2)) ON CONFLICT DO NOTHING\073
  INSERT INTO audit (actor_kind, act, outcome, about_kind, about_id, tickets)
    VALUES (''database'', ''personal.erased'', ''done'', $1, $2, CASE WHEN $3 IS NULL THEN NULL ELSE ARRAY[$3] END)\073
END ';

-- Whatever grew since the last time. By the chain, not by the clock: what was not committed then comes the next time. Rows
-- of ticket_seals are not locked, since those who write them wait for their turn in the record. A demo world in the
-- making may still be cleared.
CREATE FUNCTION "anchor_seals"("at" timestamptz) RETURNS void LANGUAGE plpgsql
  SECURITY DEFINER SET search_path FROM CURRENT AS E'
DECLARE
  amount bigint\073
  total bytea\073
BEGIN
  IF EXISTS (SELECT FROM settings WHERE key = ''demo-world'' AND value = ''"making"'') THEN RETURN\073 END IF\073
  WITH grown AS (
    INSERT INTO seal_anchors AS n (ticket_id, links, seal, seq)
      SELECT s.ticket_id, s.links, s.seal, (SELECT h.seq + 1 FROM audit_head h WHERE h.id = 1) FROM ticket_seals s
      WHERE NOT EXISTS (SELECT FROM seal_anchors a WHERE a.ticket_id = s.ticket_id AND a.links = s.links)
    RETURNING n.ticket_id, n.links, n.seal)
  SELECT count(*), sha256(string_agg(int8send(g.ticket_id) || int4send(g.links) || g.seal, '''' ORDER BY g.ticket_id))
    INTO amount, total FROM grown g\073
  IF amount > 0 THEN
    INSERT INTO audit (at, actor_kind, act, outcome, data) VALUES ($1, ''database'', ''seals.anchored'', ''done'',
      jsonb_build_object(''tickets'', amount, ''digest'', encode(total, ''hex'')))\073
  END IF\073
END ';

CREATE OR REPLACE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path FROM CURRENT AS E'DECLARE
  head audit_head%ROWTYPE\073
BEGIN
  -- Only the database itself says this, from the function above.
  IF NEW.act = ''seals.anchored'' AND pg_trigger_depth() < 2 THEN
    RAISE EXCEPTION ''seals are anchored by the database only'' USING ERRCODE = ''SW001''\073
  END IF\073
  SELECT * INTO STRICT head FROM audit_head WHERE id = 1 FOR UPDATE\073
  NEW.at := coalesce(NEW.at, clock_timestamp())::timestamptz(3)\073
  -- A clock that jumped back opens no day again, and a row of a time to come ends none long before it is over.
  NEW.day := greatest(head.day, least((NEW.at AT TIME ZONE ''UTC'')::date,
    (clock_timestamp() AT TIME ZONE ''UTC'')::date + 1))\073
  IF head.seq > 0 AND NEW.day > head.day THEN
    INSERT INTO audit_anchors (day, seq, hash) VALUES (head.day, head.seq, head.hash)\073
    UPDATE audit_head SET day = NEW.day WHERE id = 1\073
    PERFORM anchor_seals(NEW.at)\073
    SELECT * INTO STRICT head FROM audit_head WHERE id = 1\073
  END IF\073
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
  UPDATE audit_head SET seq = NEW.seq, day = NEW.day, hash = NEW.hash WHERE id = 1\073
  RETURN NEW\073
END ';

CREATE TRIGGER "seal_anchors_no_change" BEFORE UPDATE OR DELETE ON "seal_anchors"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "seal_anchors_no_truncate" BEFORE TRUNCATE ON "seal_anchors"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

-- Whoever writes as a lesser role reaches these through the triggers and functions above only.
REVOKE ALL ON FUNCTION "anchor_seals"(timestamptz) FROM PUBLIC;
