-- A school's students by the day on which they were enrolled.
CREATE INDEX "student_enrolment_unit_id_enrolled_on_id_idx" ON "student_enrolment"("unit_id", "enrolled_on", "id");
