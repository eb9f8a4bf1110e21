-- What people read instead of the name of a skill, in both languages. A skill without a row is called by its name.
CREATE TABLE "skill_titles" (
    "skill" TEXT NOT NULL,
    "title" JSONB NOT NULL,

    CONSTRAINT "skill_titles_pkey" PRIMARY KEY ("skill")
);

CREATE TRIGGER "skill_titles_live" AFTER INSERT OR UPDATE OR DELETE ON "skill_titles"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_people_changed"();
