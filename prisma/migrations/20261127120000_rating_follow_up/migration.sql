-- A poor rating opens a follow-up: somebody asks what went wrong, and answers.
CREATE TABLE "rating_follow_up" (
    "application_number" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "rating_follow_up_pkey" PRIMARY KEY ("application_number")
);

CREATE INDEX "rating_follow_up_answered_at_opened_at_idx" ON "rating_follow_up"("answered_at", "opened_at");

-- Ratings from before have theirs as well.
INSERT INTO rating_follow_up (application_number, opened_at)
SELECT application_number, at FROM rating WHERE stars <= 2;

-- An answer is given once and stands.
CREATE FUNCTION follow_up_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.answered_at IS NOT NULL
     OR (NEW.application_number, NEW.opened_at) IS DISTINCT FROM (OLD.application_number, OLD.opened_at) THEN
    RAISE EXCEPTION 'the follow-up of % does not change', OLD.application_number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER follow_up_stays BEFORE UPDATE OR DELETE ON rating_follow_up FOR EACH ROW EXECUTE FUNCTION follow_up_stays();
