-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "reminder_owner_id_day_idx" ON "reminder"("owner_id", "day");

-- One that waits for an owner, a service and a day: two taps make one message.
CREATE UNIQUE INDEX "one_reminder" ON "reminder" ("owner_id", "service", "day")
  WHERE "sent_at" IS NULL AND "cancelled_at" IS NULL;
-- What the daily work looks for, however many were sent in years.
CREATE INDEX "reminder_waiting" ON "reminder" ("day") WHERE "sent_at" IS NULL AND "cancelled_at" IS NULL;
