-- CreateIndex
CREATE INDEX "employment_unit_id_person_id_idx" ON "employment"("unit_id", "person_id");
