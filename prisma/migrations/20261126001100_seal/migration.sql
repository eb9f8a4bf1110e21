-- The seal over history and messages: the rows of a ticket are a chain, in the order in which they were written, and
-- each row covers every column, personal values by a salted digest each, so that one of them can be erased alone.
ALTER TABLE "history" ADD COLUMN "erased" JSONB, ADD COLUMN "link" INTEGER, ADD COLUMN "seal" BYTEA;
ALTER TABLE "messages" ADD COLUMN "erased" JSONB, ADD COLUMN "link" INTEGER, ADD COLUMN "seal" BYTEA;

-- Where the chain of each ticket ends.
CREATE TABLE "ticket_seals" (
    "ticket_id" BIGINT NOT NULL,
    "links" INTEGER NOT NULL,
    "seal" BYTEA NOT NULL,

    CONSTRAINT "ticket_seals_pkey" PRIMARY KEY ("ticket_id")
);

-- It is written with every advance: room on the page for that.
ALTER TABLE "ticket_seals" SET (fillfactor = 70);

DROP TRIGGER "history_digest" ON "history";
DROP TRIGGER "messages_digest" ON "messages";
DROP TRIGGER "history_only_erase" ON "history";
DROP TRIGGER "messages_only_erase" ON "messages";
DROP FUNCTION "digest_history"();
DROP FUNCTION "digest_message"();
DROP FUNCTION "only_erase_history"();
DROP FUNCTION "only_erase_message"();
DROP FUNCTION "erase_history"(bigint, int);
DROP FUNCTION "erase_message"(bigint);
DROP FUNCTION "history_personal"("history");
DROP FUNCTION "message_personal"("messages");

-- Functions that run as the owner look for tables here first, and among temporary ones of the caller last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.

-- The personal values of a row, by field.
CREATE FUNCTION "history_personal"("h" "history") RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN h.data IS NULL THEN '{}'
      WHEN jsonb_typeof(h.data) = 'object' AND h.data <> '{}'
        THEN (SELECT jsonb_object_agg('data.' || d.key, d.value) FROM jsonb_each(h.data) d)
      ELSE jsonb_build_object('data', h.data) END
    || CASE WHEN h.facts IS NULL THEN '{}' ELSE jsonb_build_object('facts', h.facts) END
    || CASE WHEN h.actor ? 'name' THEN jsonb_build_object('actor.name', h.actor -> 'name') ELSE '{}' END
    || CASE WHEN h.recorded_by ? 'name' THEN jsonb_build_object('recorded_by.name', h.recorded_by -> 'name') ELSE '{}' END
    || CASE WHEN h.escalation ? 'reason' THEN jsonb_build_object('escalation.reason', h.escalation -> 'reason') ELSE '{}' END;
CREATE FUNCTION "message_personal"("m" "messages") RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN jsonb_build_object('body', m.body)
    || CASE WHEN m.author ? 'name' THEN jsonb_build_object('author.name', m.author -> 'name') ELSE '{}' END
    || CASE WHEN m.recorded_by ? 'name' THEN jsonb_build_object('recorded_by.name', m.recorded_by -> 'name') ELSE '{}' END;

-- Each field has a salt of its own, made of that of the row. Once something was erased, only those of the others are left.
CREATE FUNCTION "field_salt"("salt" bytea, "erased" jsonb, "field" text) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN "salt" IS NULL THEN decode("erased" #>> ARRAY['salts', "field"], 'hex')
    ELSE sha256("salt" || convert_to("field", 'UTF8')) END;
CREATE FUNCTION "personal_digest"("salt" bytea, "erased" jsonb, "personal" jsonb) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN (SELECT sha256(convert_to((coalesce("erased" -> 'digests', '{}') || coalesce(jsonb_object_agg(p.key,
      encode(sha256(field_salt("salt", "erased", p.key) || convert_to(p.value::text, 'UTF8')), 'hex')), '{}'))::text, 'UTF8'))
    FROM jsonb_each("personal") p WHERE NOT coalesce("erased" -> 'digests' ? p.key, false));

-- Everything else of a row, and the digest.
CREATE FUNCTION "history_content"("h" "history", "digest" bytea) RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256(convert_to(jsonb_build_array('history', h.ticket_id, h.seq, (extract(epoch FROM h.at) * 1000)::bigint,
    h.type, h.cause, h.steps, h.actor - 'name', h.recorded_by - 'name', h.escalation - 'reason', h.command_id,
    encode("digest", 'hex'))::text, 'UTF8'));
CREATE FUNCTION "message_content"("m" "messages", "digest" bytea) RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256(convert_to(jsonb_build_array('message', m.id, m.ticket_id, m.seq,
    (extract(epoch FROM m.at) * 1000)::bigint, m."from", m.author - 'name', m.recorded_by - 'name', m.internal,
    m.closing, encode("digest", 'hex'))::text, 'UTF8'));

CREATE FUNCTION "next_seal"("seal" bytea, "content" bytea) RETURNS bytea LANGUAGE sql IMMUTABLE
  RETURN sha256("seal" || "content");

-- What there is: one chain per ticket. What was erased before has one digest for the whole row.
CREATE AGGREGATE "seal_chain"(bytea) (SFUNC = next_seal, STYPE = bytea,
  INITCOND = '\x0000000000000000000000000000000000000000000000000000000000000000');
CREATE TABLE "seal_work" AS
  SELECT kind, ticket_id, seq, at, id, salt, erased, digest,
    row_number() OVER chain AS link, seal_chain(content) OVER chain AS seal
  FROM (
    SELECT 'history' AS kind, h.ticket_id, h.seq, h.at, 0::bigint AS id, h.salt, h.erased, d.digest,
      history_content(h.row, d.digest) AS content
    FROM (SELECT h AS row, h.ticket_id, h.seq, h.at, coalesce(h.salt, uuid_send(gen_random_uuid())) AS salt,
        CASE WHEN h.salt IS NULL AND h.digest IS NOT NULL
          THEN jsonb_build_object('digests', jsonb_build_object('*', encode(h.digest, 'hex'))) END AS erased
      FROM "history" h OFFSET 0) h
    CROSS JOIN LATERAL (SELECT personal_digest(h.salt, h.erased, history_personal(h.row)) AS digest OFFSET 0) d
    UNION ALL
    SELECT 'message', m.ticket_id, m.seq, m.at, m.id, m.salt, m.erased, d.digest, message_content(m.row, d.digest)
    FROM (SELECT m AS row, m.ticket_id, m.seq, m.at, m.id, coalesce(m.salt, uuid_send(gen_random_uuid())) AS salt,
        CASE WHEN m.salt IS NULL AND m.digest IS NOT NULL
          THEN jsonb_build_object('digests', jsonb_build_object('*', encode(m.digest, 'hex'))) END AS erased
      FROM "messages" m OFFSET 0) m
    CROSS JOIN LATERAL (SELECT personal_digest(m.salt, m.erased, message_personal(m.row)) AS digest OFFSET 0) d) r
  WINDOW chain AS (PARTITION BY ticket_id ORDER BY seq, at, kind, id ROWS UNBOUNDED PRECEDING);
UPDATE "history" h SET "salt" = w.salt, "erased" = w.erased, "digest" = w.digest, "link" = w.link, "seal" = w.seal
  FROM "seal_work" w WHERE w.kind = 'history' AND w.ticket_id = h.ticket_id AND w.seq = h.seq AND w.at = h.at;
UPDATE "messages" m SET "salt" = w.salt, "erased" = w.erased, "digest" = w.digest, "link" = w.link, "seal" = w.seal
  FROM "seal_work" w WHERE w.kind = 'message' AND w.id = m.id;
INSERT INTO "ticket_seals" ("ticket_id", "links", "seal")
  SELECT DISTINCT ON (ticket_id) ticket_id, link, seal FROM "seal_work" ORDER BY ticket_id, link DESC;
DROP TABLE "seal_work";
DROP AGGREGATE "seal_chain"(bytea);

-- With every row that is written: no function below starts a query but for the one that moves the end of the chain, and
-- what is not a query is planned once for each session.
CREATE FUNCTION "append_seal"("ticket" bigint, "content" bytea, OUT "link" int, OUT "seal" bytea) LANGUAGE plpgsql AS E'BEGIN
  INSERT INTO ticket_seals AS s (ticket_id, links, seal)
    VALUES ($1, 1, next_seal(decode(repeat(''00'', 32), ''hex''), $2))
    ON CONFLICT (ticket_id) DO UPDATE SET links = s.links + 1, seal = next_seal(s.seal, $2)
    RETURNING s.links, s.seal INTO append_seal.link, append_seal.seal\073
END ';
-- What personal_digest makes of a row of which nothing was erased.
CREATE FUNCTION "fresh_digest"("salt" bytea, "fields" text[], "vals" jsonb[]) RETURNS bytea LANGUAGE plpgsql STABLE AS E'
DECLARE
  there text[] := ''{}''\073
  digests text[] := ''{}''\073
BEGIN
  FOR i IN 1 .. cardinality(fields) LOOP
    IF vals[i] IS NOT NULL THEN
      there := array_append(there, fields[i])\073
      digests := array_append(digests, encode(sha256(sha256(salt || convert_to(fields[i], ''UTF8''))
        || convert_to(vals[i]::text, ''UTF8'')), ''hex''))\073
    END IF\073
  END LOOP\073
  RETURN sha256(convert_to(jsonb_object(there, digests)::text, ''UTF8''))\073
END ';
CREATE FUNCTION "seal_history"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS E'
DECLARE
  fields text[] := ARRAY[''facts'', ''actor.name'', ''recorded_by.name'', ''escalation.reason'']\073
  vals jsonb[] := ARRAY[NEW.facts, NEW.actor -> ''name'', NEW.recorded_by -> ''name'', NEW.escalation -> ''reason'']\073
  keys jsonb\073
  place record\073
BEGIN
  IF jsonb_typeof(NEW.data) = ''object'' AND NEW.data <> ''{}'' THEN
    keys := jsonb_path_query_array(NEW.data, ''$.keyvalue().key'')\073
    FOR i IN 0 .. jsonb_array_length(keys) - 1 LOOP
      fields := array_append(fields, ''data.'' || (keys ->> i))\073
      vals := array_append(vals, NEW.data -> (keys ->> i))\073
    END LOOP\073
  ELSE
    fields := array_append(fields, ''data'')\073
    vals := array_append(vals, NEW.data)\073
  END IF\073
  NEW.salt := uuid_send(gen_random_uuid())\073
  NEW.erased := NULL\073
  NEW.digest := fresh_digest(NEW.salt, fields, vals)\073
  place := append_seal(NEW.ticket_id, history_content(NEW, NEW.digest))\073
  NEW.link := place.link\073
  NEW.seal := place.seal\073
  RETURN NEW\073
END ';
CREATE FUNCTION "seal_message"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS E'
DECLARE
  place record\073
BEGIN
  NEW.salt := uuid_send(gen_random_uuid())\073
  NEW.erased := NULL\073
  NEW.digest := fresh_digest(NEW.salt, ARRAY[''body'', ''author.name'', ''recorded_by.name''],
    ARRAY[to_jsonb(NEW.body), NEW.author -> ''name'', NEW.recorded_by -> ''name''])\073
  place := append_seal(NEW.ticket_id, message_content(NEW, NEW.digest))\073
  NEW.link := place.link\073
  NEW.seal := place.seal\073
  RETURN NEW\073
END ';
CREATE TRIGGER "history_seal" BEFORE INSERT ON "history" FOR EACH ROW EXECUTE FUNCTION "seal_history"();
CREATE TRIGGER "messages_seal" BEFORE INSERT ON "messages" FOR EACH ROW EXECUTE FUNCTION "seal_message"();
CREATE TRIGGER "ticket_seals_no_delete" BEFORE DELETE ON "ticket_seals" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "ticket_seals_no_truncate" BEFORE TRUNCATE ON "ticket_seals"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_clearing"();

-- The single change there is: fields are emptied, their digests stay, and each is remembered and recorded.
CREATE FUNCTION "erase_fields"("salt" bytea, "erased" jsonb, "personal" jsonb, "gone" text[]) RETURNS jsonb
  LANGUAGE sql IMMUTABLE RETURN jsonb_build_object(
    'digests', coalesce("erased" -> 'digests', '{}') || coalesce((
      SELECT jsonb_object_agg(p.key,
        encode(sha256(field_salt("salt", "erased", p.key) || convert_to(p.value::text, 'UTF8')), 'hex'))
      FROM jsonb_each("personal") p WHERE p.key = ANY ("gone")), '{}'),
    'salts', coalesce((
      SELECT jsonb_object_agg(p.key, encode(field_salt("salt", "erased", p.key), 'hex')) FROM jsonb_each("personal") p
      WHERE p.key <> ALL ("gone") AND NOT coalesce("erased" -> 'digests' ? p.key, false)), '{}'));
CREATE FUNCTION "fields_to_erase"("erased" jsonb, "personal" jsonb, "field" text) RETURNS text[]
  LANGUAGE sql IMMUTABLE RETURN (SELECT array_agg(p.key) FROM jsonb_each("personal") p
    WHERE ("field" IS NULL OR p.key = "field") AND NOT coalesce("erased" -> 'digests' ? p.key, false));
CREATE FUNCTION "is_emptied"("erased" jsonb, "personal" jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE
  RETURN NOT EXISTS (SELECT FROM jsonb_each("personal") p
    WHERE "erased" -> 'digests' ? p.key AND p.value NOT IN ('null', '""'));

CREATE FUNCTION "only_erase_history"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'
DECLARE field text\073
BEGIN
  IF NEW.erased IS NULL OR NEW.salt IS NOT NULL
    OR (NEW.digest, NEW.link, NEW.seal) IS DISTINCT FROM (OLD.digest, OLD.link, OLD.seal)
    OR history_content(NEW, NEW.digest) IS DISTINCT FROM history_content(OLD, OLD.digest)
    OR personal_digest(NEW.salt, NEW.erased, history_personal(NEW)) IS DISTINCT FROM OLD.digest
    OR NOT is_emptied(NEW.erased, history_personal(NEW)) THEN
    RAISE EXCEPTION ''history only grows: update is refused'' USING ERRCODE = ''SW001''\073
  END IF\073
  FOR field IN SELECT key FROM jsonb_each(NEW.erased -> ''digests'')
    WHERE NOT coalesce(OLD.erased -> ''digests'' ? key, false) LOOP
    PERFORM note_erasure(''history'', OLD.ticket_id || ''/'' || OLD.seq || ''#'' || field, OLD.ticket_id::text)\073
  END LOOP\073
  RETURN NEW\073
END ';
CREATE FUNCTION "only_erase_message"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'
DECLARE field text\073
BEGIN
  IF NEW.erased IS NULL OR NEW.salt IS NOT NULL
    OR (NEW.digest, NEW.link, NEW.seal) IS DISTINCT FROM (OLD.digest, OLD.link, OLD.seal)
    OR message_content(NEW, NEW.digest) IS DISTINCT FROM message_content(OLD, OLD.digest)
    OR personal_digest(NEW.salt, NEW.erased, message_personal(NEW)) IS DISTINCT FROM OLD.digest
    OR NOT is_emptied(NEW.erased, message_personal(NEW)) THEN
    RAISE EXCEPTION ''messages only grows: update is refused'' USING ERRCODE = ''SW001''\073
  END IF\073
  FOR field IN SELECT key FROM jsonb_each(NEW.erased -> ''digests'')
    WHERE NOT coalesce(OLD.erased -> ''digests'' ? key, false) LOOP
    PERFORM note_erasure(''message'', OLD.id || ''#'' || field, OLD.ticket_id::text)\073
  END LOOP\073
  RETURN NEW\073
END ';
CREATE TRIGGER "history_only_erase" BEFORE UPDATE ON "history" FOR EACH ROW EXECUTE FUNCTION "only_erase_history"();
CREATE TRIGGER "messages_only_erase" BEFORE UPDATE ON "messages" FOR EACH ROW EXECUTE FUNCTION "only_erase_message"();

-- Without a field: all of the row.
CREATE FUNCTION "erase_history"("ticket" bigint, "seq" int, "field" text DEFAULT NULL) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS E'
DECLARE
  found_row history%ROWTYPE\073
  gone text[]\073
BEGIN
  SELECT h.* INTO found_row FROM history h WHERE h.ticket_id = $1 AND h.seq = $2 FOR UPDATE\073
  IF NOT FOUND THEN RETURN false\073 END IF\073
  gone := fields_to_erase(found_row.erased, history_personal(found_row), $3)\073
  IF gone IS NULL THEN RETURN false\073 END IF\073
  UPDATE history h SET salt = NULL, erased = erase_fields(h.salt, h.erased, history_personal(h), gone),
    data = CASE WHEN ''data'' = ANY (gone) THEN NULL WHEN h.data IS NULL OR jsonb_typeof(h.data) <> ''object'' THEN h.data
      ELSE h.data || coalesce((SELECT jsonb_object_agg(d.key, NULL) FROM jsonb_each(h.data) d
        WHERE ''data.'' || d.key = ANY (gone)), ''{}'') END,
    facts = CASE WHEN ''facts'' = ANY (gone) THEN NULL ELSE h.facts END,
    actor = CASE WHEN ''actor.name'' = ANY (gone) THEN h.actor - ''name'' ELSE h.actor END,
    recorded_by = CASE WHEN ''recorded_by.name'' = ANY (gone) THEN h.recorded_by - ''name'' ELSE h.recorded_by END,
    escalation = CASE WHEN ''escalation.reason'' = ANY (gone) THEN h.escalation - ''reason'' ELSE h.escalation END
    WHERE h.ticket_id = $1 AND h.seq = $2\073
  RETURN true\073
END ';
CREATE FUNCTION "erase_message"("id" bigint, "field" text DEFAULT NULL) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT AS E'
DECLARE
  found_row messages%ROWTYPE\073
  gone text[]\073
BEGIN
  SELECT m.* INTO found_row FROM messages m WHERE m.id = $1 FOR UPDATE\073
  IF NOT FOUND THEN RETURN false\073 END IF\073
  gone := fields_to_erase(found_row.erased, message_personal(found_row), $2)\073
  IF gone IS NULL THEN RETURN false\073 END IF\073
  UPDATE messages m SET salt = NULL, erased = erase_fields(m.salt, m.erased, message_personal(m), gone),
    body = CASE WHEN ''body'' = ANY (gone) THEN '''' ELSE m.body END,
    author = CASE WHEN ''author.name'' = ANY (gone) THEN m.author - ''name'' ELSE m.author END,
    recorded_by = CASE WHEN ''recorded_by.name'' = ANY (gone) THEN m.recorded_by - ''name'' ELSE m.recorded_by END
    WHERE m.id = $1\073
  RETURN true\073
END ';

-- Whoever writes as a lesser role reaches these through the triggers and functions above only.
REVOKE ALL ON FUNCTION "append_seal"(bigint, bytea) FROM PUBLIC;
