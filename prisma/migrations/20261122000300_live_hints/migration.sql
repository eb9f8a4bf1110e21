-- Who is connected hears of it when people, teams or SOPs change, whichever process or command changed them.
-- (Tickets are announced by the process that wrote them, after the commit: a NOTIFY inside of it would make all
-- commits take turns.)

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.
CREATE FUNCTION "tell_people_changed"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  PERFORM pg_notify(''stepwise_live'', ''{"hints":[{"kind":"people"}]}'')\073
  RETURN NULL\073
END';

CREATE FUNCTION "tell_sop_changed"() RETURNS trigger LANGUAGE plpgsql AS E'DECLARE
  changed jsonb := CASE WHEN TG_OP = ''DELETE'' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END\073
BEGIN
  PERFORM pg_notify(''stepwise_live'', jsonb_build_object(''hints'', jsonb_build_array(jsonb_build_object(
    ''kind'', ''sop'', ''id'', changed -> ''sop_id'', ''version'', changed -> ''version'')))::text)\073
  RETURN NULL\073
END';

CREATE TRIGGER "users_live" AFTER INSERT OR UPDATE OR DELETE ON "users"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();
CREATE TRIGGER "teams_live" AFTER INSERT OR UPDATE OR DELETE ON "teams"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();
CREATE TRIGGER "members_live" AFTER INSERT OR UPDATE OR DELETE ON "members"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();
CREATE TRIGGER "sop_versions_live" AFTER INSERT ON "sop_versions"
  FOR EACH ROW EXECUTE FUNCTION "tell_sop_changed"();
CREATE TRIGGER "sop_drafts_live" AFTER INSERT OR UPDATE OR DELETE ON "sop_drafts"
  FOR EACH ROW EXECUTE FUNCTION "tell_sop_changed"();

-- What was resolved today, without a look at everything that ever was.
CREATE INDEX "tickets_resolved_idx" ON "tickets" ("resolved_at") WHERE "resolved_at" IS NOT NULL;
