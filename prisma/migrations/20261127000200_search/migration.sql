-- What tickets are found by: terms made by the program, in a row for the ticket itself (SEQ 0) and one for the messages
-- of each event. Apart from the rows they are made of: those only grow, or are written with every advance.
CREATE TABLE "search_terms" (
    "ticket_id" BIGINT NOT NULL,
    "seq" INTEGER NOT NULL,
    "terms" TEXT[],

    CONSTRAINT "search_terms_pkey" PRIMARY KEY ("ticket_id","seq")
);
CREATE INDEX "search_terms_terms_idx" ON "search_terms" USING GIN ("terms");
-- What waits to be sorted in is looked through by every search, and sorted in by whoever writes when it is too long.
ALTER INDEX "search_terms_terms_idx" SET (gin_pending_list_limit = 512);

-- Tickets whose terms are to be made anew, in the background.
CREATE TABLE "search_stale" (
    "ticket_id" BIGINT NOT NULL,

    CONSTRAINT "search_stale_pkey" PRIMARY KEY ("ticket_id")
);
INSERT INTO "search_stale" SELECT "id" FROM "tickets";

-- Functions that run as the owner look for tables here first, and among temporary ones of the caller last.
SELECT set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true);

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.

-- First the mark, then the rows: whoever makes terms at this moment holds the mark, and is waited for.
CREATE FUNCTION "forget_message_terms"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  INSERT INTO search_stale AS s (ticket_id) VALUES (OLD.ticket_id)
    ON CONFLICT (ticket_id) DO UPDATE SET ticket_id = s.ticket_id\073
  DELETE FROM search_terms WHERE ticket_id = OLD.ticket_id AND seq = OLD.seq\073
  RETURN NULL\073
END ';
CREATE TRIGGER "messages_forget_terms" AFTER UPDATE ON "messages"
  FOR EACH ROW EXECUTE FUNCTION "forget_message_terms"();

-- Whoever takes personal values out of a ticket by hand does not raise its version, as every advance does.
CREATE FUNCTION "forget_ticket_terms"() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS E'BEGIN
  IF TG_OP = ''DELETE'' THEN
    DELETE FROM search_terms WHERE ticket_id = OLD.id\073
    DELETE FROM search_stale WHERE ticket_id = OLD.id\073
    RETURN NULL\073
  END IF\073
  INSERT INTO search_stale AS s (ticket_id) VALUES (OLD.id)
    ON CONFLICT (ticket_id) DO UPDATE SET ticket_id = s.ticket_id\073
  DELETE FROM search_terms WHERE ticket_id = OLD.id AND seq = 0\073
  RETURN NULL\073
END ';
CREATE TRIGGER "tickets_forget_terms" AFTER UPDATE ON "tickets" FOR EACH ROW
  WHEN (OLD."version" = NEW."version") EXECUTE FUNCTION "forget_ticket_terms"();
CREATE TRIGGER "tickets_forget_all_terms" AFTER DELETE ON "tickets"
  FOR EACH ROW EXECUTE FUNCTION "forget_ticket_terms"();
