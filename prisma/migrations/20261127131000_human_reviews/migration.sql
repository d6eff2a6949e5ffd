-- CreateTable
CREATE TABLE "human_review" (
    "number" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "filed_by" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "claim" TEXT NOT NULL,
    "record" BYTEA NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "outcome" TEXT,
    "answer" TEXT,
    "answered_by" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "human_review_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "human_review_subject_id_submitted_at_idx" ON "human_review"("subject_id", "submitted_at" DESC);

-- CreateIndex
CREATE INDEX "human_review_state_due_on_number_idx" ON "human_review"("state", "due_on", "number");

-- An answer is whole: somebody, a moment, an outcome and words, or none of it yet.
ALTER TABLE "human_review"
  ADD CONSTRAINT "human_review_state" CHECK (
    (state = 'waiting' AND num_nonnulls(outcome, answer, answered_by, answered_at) = 0)
    OR (state = 'answered' AND num_nonnulls(outcome, answer, answered_by, answered_at) = 4));
-- One that waits for a person, a service and a claim.
CREATE UNIQUE INDEX "one_human_review" ON "human_review" ("subject_id", "service", "claim")
  WHERE "state" = 'waiting';
-- An answer that was given stays as it was given.
CREATE FUNCTION human_review_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR OLD.state = 'answered' THEN
    RAISE EXCEPTION 'the answered review % does not change', OLD.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER human_review_stays BEFORE UPDATE OR DELETE ON "human_review"
  FOR EACH ROW EXECUTE FUNCTION human_review_stays();
