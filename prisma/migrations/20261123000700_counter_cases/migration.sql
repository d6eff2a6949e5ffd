-- A commitment case (承诺件) taken in at the window of the main hall.
CREATE TABLE "counter_case" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "matter" TEXT NOT NULL,
    "working_days" INTEGER NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,
    "due_on" DATE,
    "step" TEXT NOT NULL,
    "outcome" TEXT,
    "result" TEXT,
    "finished_at" TIMESTAMPTZ(3),
    "registered_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "counter_case_pkey" PRIMARY KEY ("number")
);

CREATE INDEX "counter_case_person_id_accepted_at_idx" ON "counter_case"("person_id", "accepted_at" DESC);
CREATE INDEX "counter_case_accepted_at_number_idx" ON "counter_case"("accepted_at" DESC, "number" DESC);

-- What was done to it, in order.
CREATE TABLE "counter_case_step" (
    "case_number" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "staff_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "counter_case_step_pkey" PRIMARY KEY ("case_number", "no")
);

ALTER TABLE "counter_case"
  ADD CONSTRAINT "counter_case_outcome" CHECK ("outcome" IN ('granted', 'refused', 'withdrawn')),
  ADD CONSTRAINT "counter_case_finished_with_outcome" CHECK (
    ("finished_at" IS NULL) = ("outcome" IS NULL) AND ("outcome" IS NULL) = ("result" IS NULL)),
  ADD CONSTRAINT "counter_case_working_days" CHECK ("working_days" > 0);

-- A finished case is what the person was told: nothing of it changes any more, and no step is lost.
CREATE TRIGGER finished_stays BEFORE UPDATE ON "counter_case"
  FOR EACH ROW WHEN (OLD."finished_at" IS NOT NULL) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER never_deleted BEFORE DELETE ON "counter_case"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "counter_case_step"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
