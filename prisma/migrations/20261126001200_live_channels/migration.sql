-- Channels belong to the whole database: each schema that holds an installation tells of itself on its own.

-- The bodies write their semicolons as \073: those who apply this script cut it at every other one.
CREATE OR REPLACE FUNCTION "tell_people_changed"() RETURNS trigger LANGUAGE plpgsql AS E'BEGIN
  PERFORM pg_notify(''stepwise_live_'' || TG_TABLE_SCHEMA, ''{"hints":[{"kind":"people"}]}'')\073
  RETURN NULL\073
END';

CREATE OR REPLACE FUNCTION "tell_sop_changed"() RETURNS trigger LANGUAGE plpgsql AS E'DECLARE
  changed jsonb := CASE WHEN TG_OP = ''DELETE'' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END\073
BEGIN
  PERFORM pg_notify(''stepwise_live_'' || TG_TABLE_SCHEMA, jsonb_build_object(''hints'', jsonb_build_array(jsonb_build_object(
    ''kind'', ''sop'', ''id'', changed -> ''sop_id'', ''version'', changed -> ''version'')))::text)\073
  RETURN NULL\073
END';
