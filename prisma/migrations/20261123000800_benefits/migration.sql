-- CreateTable
CREATE TABLE "benefit_plan" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "granted_months" INTEGER NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "benefit_plan_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "benefit_month" (
    "plan_number" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "benefit_fen" BIGINT NOT NULL,
    "subsidy_fen" BIGINT NOT NULL,
    "top_up_fen" BIGINT NOT NULL,
    "outpatient_fen" BIGINT NOT NULL,
    "demanded_by" TEXT,
    "refunded_on" DATE,

    CONSTRAINT "benefit_month_pkey" PRIMARY KEY ("plan_number","month")
);

-- CreateTable
CREATE TABLE "benefit_matter" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "party" TEXT,
    "contract_from" DATE,
    "resumed_on" DATE,

    CONSTRAINT "benefit_matter_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "bank_slip" (
    "number" TEXT NOT NULL,
    "application_number" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "paid_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "bank_slip_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "housing_fund_elsewhere" (
    "centre" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "employer" TEXT NOT NULL,
    "in_greater_suzhou" BOOLEAN NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE NOT NULL,
    "transferred_on" DATE,

    CONSTRAINT "housing_fund_elsewhere_pkey" PRIMARY KEY ("centre","account_number")
);

-- CreateTable
CREATE TABLE "housing_transfer_in" (
    "application_number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "centre" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "months" INTEGER NOT NULL,
    "received_on" DATE NOT NULL,
    "posted_on" DATE,

    CONSTRAINT "housing_transfer_in_pkey" PRIMARY KEY ("application_number")
);

-- CreateIndex
CREATE INDEX "benefit_plan_person_id_idx" ON "benefit_plan"("person_id");

-- CreateIndex
CREATE INDEX "benefit_month_demanded_by_idx" ON "benefit_month"("demanded_by");

-- CreateIndex
CREATE INDEX "benefit_matter_person_id_idx" ON "benefit_matter"("person_id");

-- CreateIndex
CREATE INDEX "housing_fund_elsewhere_person_id_idx" ON "housing_fund_elsewhere"("person_id");

-- CreateIndex
CREATE INDEX "housing_transfer_in_person_id_idx" ON "housing_transfer_in"("person_id");

-- A refunded month has its day, and stays refunded; a slip and what it stands for never change.
ALTER TABLE "benefit_month"
  ADD CONSTRAINT "benefit_month_state" CHECK ("state" IN ('drawn', 'skipped', 'refunded')),
  ADD CONSTRAINT "benefit_month_refunded_on" CHECK (("state" = 'refunded') = ("refunded_on" IS NOT NULL));
CREATE TRIGGER refunded_stays BEFORE UPDATE OR DELETE ON "benefit_month"
  FOR EACH ROW WHEN (OLD."state" = 'refunded') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "bank_slip"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
ALTER TABLE "bank_slip" ADD CONSTRAINT "bank_slip_amount" CHECK ("amount_fen" > 0);

-- Money that came in is posted once, and to nobody else.
ALTER TABLE "housing_transfer_in"
  ADD CONSTRAINT "housing_transfer_in_amount" CHECK ("amount_fen" > 0 AND "months" >= 0);
CREATE TRIGGER posted_stays BEFORE UPDATE OR DELETE ON "housing_transfer_in"
  FOR EACH ROW WHEN (OLD."posted_on" IS NOT NULL) EXECUTE FUNCTION refuse_change();

-- The centre's own accounts are there before the first posting, in a hall without demo data too.
INSERT INTO ledger_account (id, kind)
SELECT 'control:' || code, 'control'
  FROM unnest(ARRAY['interest-expense', 'payments-in-transit', 'bank', 'contributions-received',
                    'benefits-refunded', 'transfers-received']) AS code
  ON CONFLICT DO NOTHING;

-- A case that waits at the counter may be withdrawn where its stage allows it.
INSERT INTO case_transition (from_state, to_state) VALUES ('waiting-counter', 'withdrawn');
