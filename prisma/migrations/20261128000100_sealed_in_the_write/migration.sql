-- Rows that a command writes come with their salt, their digest and the digest of their content, and are chained by the
-- statement that writes them. What is written by hand comes without, and is sealed by the triggers as before.

-- Functions that run as the owner look for tables here first, and among temporary ones of the caller last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.

-- The seals of rows that follow each other, after a seal or, for the first row of a ticket, none.
CREATE FUNCTION "seal_rows"("seal" bytea, "contents" bytea[]) RETURNS bytea[] LANGUAGE plpgsql IMMUTABLE AS E'
DECLARE
  place bytea := coalesce($1, decode(repeat(''00'', 32), ''hex''))\073
  seals bytea[] := ''{}''\073
BEGIN
  FOR i IN 1 .. cardinality($2) LOOP
    place := sha256(place || $2[i])\073
    seals := array_append(seals, place)\073
  END LOOP\073
  RETURN seals\073
END ';

DROP TRIGGER "history_seal" ON "history";
DROP TRIGGER "messages_seal" ON "messages";
CREATE TRIGGER "history_seal" BEFORE INSERT ON "history" FOR EACH ROW
  WHEN (NEW."seal" IS NULL) EXECUTE FUNCTION "seal_history"();
CREATE TRIGGER "messages_seal" BEFORE INSERT ON "messages" FOR EACH ROW
  WHEN (NEW."seal" IS NULL) EXECUTE FUNCTION "seal_message"();

-- The end of a chain only moves on.
CREATE TRIGGER "ticket_seals_only_grow" BEFORE UPDATE ON "ticket_seals" FOR EACH ROW
  WHEN (NEW."links" <= OLD."links" OR NEW."ticket_id" <> OLD."ticket_id") EXECUTE FUNCTION "refuse_change"();
