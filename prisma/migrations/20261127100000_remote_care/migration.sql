-- CreateTable
CREATE TABLE "remote_care_registration" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "application_number" TEXT,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "ended_on" DATE,
    "cancelled_by" TEXT,

    CONSTRAINT "remote_care_registration_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "remote_care_registration_person_id_idx" ON "remote_care_registration"("person_id");

-- One of a lane at a time: none is entered beside one that hasn't ended.
CREATE UNIQUE INDEX one_remote_care ON remote_care_registration (person_id, lane)
  WHERE ended_on IS NULL;

ALTER TABLE remote_care_registration
  ADD CONSTRAINT remote_care_person FOREIGN KEY (person_id) REFERENCES person (id),
  ADD CONSTRAINT remote_care_kind CHECK (
    kind IN ('relocated-retiree', 'long-term-resident', 'posted-worker', 'referral')),
  ADD CONSTRAINT remote_care_lane CHECK (
    lane = CASE kind WHEN 'referral' THEN 'referral' ELSE 'long-term' END),
  ADD CONSTRAINT remote_care_span CHECK (until_day IS NULL OR until_day >= from_day);
