-- What is chosen for a whole list, and how its duplicates are found while it is mended.
ALTER TABLE "list_batch" ADD COLUMN "options" JSONB NOT NULL;
ALTER TABLE "list_row" ADD COLUMN "key_hash" BYTEA;
CREATE INDEX "list_row_batch_id_key_hash_idx" ON "list_row"("batch_id", "key_hash");

-- A row goes with its list.
ALTER TABLE "list_row"
  ADD CONSTRAINT "list_row_of_batch" FOREIGN KEY ("batch_id") REFERENCES "list_batch" ("id") ON DELETE CASCADE;
-- Pages of a school's students, and the daily look for what lapses.
CREATE INDEX "student_enrolment_unit_id_id_idx" ON "student_enrolment"("unit_id", "id");
