-- CreateTable
CREATE TABLE "separation" (
    "person_id" UUID NOT NULL,
    "left_on" DATE NOT NULL,
    "employer" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "registered_on" DATE,

    CONSTRAINT "separation_pkey" PRIMARY KEY ("person_id","left_on")
);

-- CreateTable
CREATE TABLE "unemployment_elsewhere" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "agency" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE NOT NULL,
    "months" INTEGER NOT NULL,
    "transferred_on" DATE,

    CONSTRAINT "unemployment_elsewhere_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "unemployment_elsewhere_person_id_idx" ON "unemployment_elsewhere"("person_id");
