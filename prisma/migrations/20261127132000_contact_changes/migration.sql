-- AlterTable
ALTER TABLE "person" ADD COLUMN "mobile_changed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "payout_account" ADD COLUMN "changed_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "application_service_finished_at_idx" ON "application"("service", "finished_at");
