-- CreateTable
CREATE TABLE "card_production" (
    "person_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "photo_of" TEXT,

    CONSTRAINT "card_production_pkey" PRIMARY KEY ("person_id")
);

ALTER TABLE "card_production" ADD CONSTRAINT "card_production_status_check"
  CHECK ("status" IN ('failed-no-photo', 'failed-data', 'in-production', 'issued'));
