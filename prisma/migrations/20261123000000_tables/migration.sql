-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "credential" (
    "owner_id" UUID NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "must_change" BOOLEAN NOT NULL DEFAULT true,
    "changed_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("owner_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "unit_id" UUID,
    "method" TEXT NOT NULL,
    "refresh_hash" BYTEA NOT NULL,
    "previous_hash" BYTEA,
    "rotated_at" TIMESTAMPTZ(3) NOT NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_challenge" (
    "id" UUID NOT NULL,
    "unit_code" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_code" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "action" TEXT NOT NULL,
    "subject_id" UUID,
    "reference" TEXT,
    "detail" JSONB NOT NULL,
    "address" TEXT,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_link" (
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "attempt_limit" (
    "key" TEXT NOT NULL,
    "marks" TEXT[],
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "settled_id" BIGINT NOT NULL DEFAULT 0,
    "seen_id" BIGINT NOT NULL DEFAULT 0,
    "running" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "audit_horizon_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "application" (
    "number" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "filed_by" UUID NOT NULL,
    "filed_by_name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stage" INTEGER NOT NULL DEFAULT 0,
    "second_approval" BOOLEAN NOT NULL DEFAULT false,
    "record" BYTEA NOT NULL,
    "findings" JSONB NOT NULL,
    "policy" JSONB NOT NULL,
    "rules_version" TEXT NOT NULL,
    "quote" JSONB,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_on" DATE,
    "due_on" DATE,
    "paused_on" DATE,
    "assignee_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "application_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "case_transition" (
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,

    CONSTRAINT "case_transition_pkey" PRIMARY KEY ("from_state","to_state")
);

-- CreateTable
CREATE TABLE "case_step" (
    "application_number" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_label" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_step_pkey" PRIMARY KEY ("application_number","no")
);

-- CreateTable
CREATE TABLE "decision" (
    "id" UUID NOT NULL,
    "application_number" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "staff_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reasons" TEXT[],
    "words" TEXT NOT NULL,
    "missing" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supplement" (
    "id" UUID NOT NULL,
    "application_number" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supplement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rating" (
    "application_number" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "words" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rating_pkey" PRIMARY KEY ("application_number")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "basis" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "actor_id" UUID NOT NULL,
    "route" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("actor_id","route","key")
);

-- CreateTable
CREATE TABLE "closure" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3),
    "created_by" UUID NOT NULL,

    CONSTRAINT "closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "balance_fen" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_posting" (
    "id" TEXT NOT NULL,
    "memo" TEXT NOT NULL,
    "application_number" TEXT,
    "effect" TEXT NOT NULL,
    "business_day" DATE NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "posting_id" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "account_id" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("posting_id","line")
);

-- CreateTable
CREATE TABLE "housing_account" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "opened_on" DATE NOT NULL,
    "sealed_on" DATE,
    "closed_on" DATE,
    "base_fen" BIGINT,
    "interest_up_to" DATE NOT NULL,

    CONSTRAINT "housing_account_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "legacy_account" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "balance_fen" BIGINT NOT NULL,

    CONSTRAINT "legacy_account_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "account_hold" (
    "account_id" TEXT NOT NULL,
    "application_number" TEXT NOT NULL,
    "placed_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_hold_pkey" PRIMARY KEY ("account_id","application_number")
);

-- CreateTable
CREATE TABLE "payment_order" (
    "id" TEXT NOT NULL,
    "application_number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "account_id" TEXT NOT NULL,
    "payee" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "number_cipher" BYTEA NOT NULL,
    "masked_number" TEXT NOT NULL,
    "holder_name" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "batch_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "return_reason" TEXT,

    CONSTRAINT "payment_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_batch" (
    "id" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "total_fen" BIGINT NOT NULL,
    "orders" INTEGER NOT NULL,
    "checksum" TEXT NOT NULL,
    "sent_by" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL,

    CONSTRAINT "payment_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbound_message" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "received_by" TEXT,
    "outcome" JSONB NOT NULL,

    CONSTRAINT "inbound_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "number" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "application_number" TEXT,
    "slot" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "masked_holder" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "verification_code" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "valid_until" DATE,
    "superseded_by" TEXT,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "sha256" TEXT,
    "bytes" BYTEA,
    "rendered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "message" (
    "id" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "application_number" TEXT,
    "channel" TEXT NOT NULL,
    "receiver_cipher" BYTEA,
    "receiver_masked" TEXT,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "local_delivery" (
    "message_id" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "receiver" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "local_delivery_pkey" PRIMARY KEY ("message_id")
);

-- CreateTable
CREATE TABLE "subject" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "subject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "personal_number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "identity_cipher" BYTEA NOT NULL,
    "identity_hash" BYTEA NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "scheme" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_since" DATE NOT NULL,
    "household_region" TEXT NOT NULL,
    "household_kind" TEXT NOT NULL,
    "household_address" TEXT NOT NULL,
    "mobile_cipher" BYTEA,
    "women_retire_at" INTEGER NOT NULL,
    "email_cipher" BYTEA,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mobile_cipher" BYTEA,
    "is_first" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit_certificate" (
    "serial" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "pem" TEXT NOT NULL,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "not_after" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "unit_certificate_pkey" PRIMARY KEY ("serial")
);

-- CreateTable
CREATE TABLE "unit_permission" (
    "unit_id" UUID NOT NULL,
    "permission" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "unit_permission_pkey" PRIMARY KEY ("unit_id","permission","opened_at")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "roles" TEXT[],
    "person_id" UUID,
    "totp_cipher" BYTEA NOT NULL,
    "totp_step" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "from_month" DATE NOT NULL,
    "to_month" DATE,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flex_plan" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "effective_month" DATE NOT NULL,
    "package_code" TEXT NOT NULL,
    "tier_code" TEXT NOT NULL,
    "application_number" TEXT,
    "voucher_number" TEXT,
    "superseded_by" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "flex_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution" (
    "person_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "insurance" TEXT NOT NULL,
    "base_fen" BIGINT NOT NULL,
    "personal_fen" BIGINT NOT NULL,
    "unit_fen" BIGINT NOT NULL,
    "payer" TEXT NOT NULL,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("person_id","month","insurance")
);

-- CreateTable
CREATE TABLE "elsewhere_record" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "in_greater_suzhou" BOOLEAN NOT NULL,
    "since" DATE NOT NULL,

    CONSTRAINT "elsewhere_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "transfer_voucher" (
    "number" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "insurance" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "transferred_on" DATE,

    CONSTRAINT "transfer_voucher_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "payout_account" (
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "number_cipher" BYTEA NOT NULL,
    "masked_number" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL,

    CONSTRAINT "payout_account_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "loan" (
    "number" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "property" TEXT NOT NULL,
    "principal_fen" BIGINT NOT NULL,
    "term_months" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "home" TEXT NOT NULL,
    "paid_out_on" DATE NOT NULL,
    "first_due_on" DATE NOT NULL,
    "settled_on" DATE,

    CONSTRAINT "loan_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "loan_party" (
    "person_id" UUID NOT NULL,
    "loan_number" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "loan_party_pkey" PRIMARY KEY ("person_id","loan_number")
);

-- CreateTable
CREATE TABLE "loan_repayment" (
    "loan_number" TEXT NOT NULL,
    "no" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "paid_on" DATE,
    "principal_fen" BIGINT NOT NULL,
    "interest_fen" BIGINT NOT NULL,

    CONSTRAINT "loan_repayment_pkey" PRIMARY KEY ("loan_number","no")
);

-- CreateTable
CREATE TABLE "policy_value" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "value" JSONB NOT NULL,
    "mark" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "prepared_by" UUID,
    "released_by" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "policy_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seeded_on" DATE NOT NULL,
    "seeded_at" TIMESTAMPTZ(3) NOT NULL,
    "demo" BOOLEAN NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_class" (
    "unit_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "school_class_pkey" PRIMARY KEY ("unit_id","code")
);

-- CreateTable
CREATE TABLE "student_enrolment" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "identity_hash" BYTEA NOT NULL,
    "identity_cipher" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "sex" TEXT NOT NULL,
    "birth_date" DATE NOT NULL,
    "unit_id" UUID NOT NULL,
    "class_code" TEXT NOT NULL,
    "guardian" TEXT NOT NULL,
    "mobile_cipher" BYTEA NOT NULL,
    "premium_fen" BIGINT NOT NULL,
    "pay_by" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "application_number" TEXT,
    "enrolled_on" DATE NOT NULL,
    "paid_on" DATE,

    CONSTRAINT "student_enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_batch" (
    "id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_sha256" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "total_rows" INTEGER NOT NULL DEFAULT 0,
    "done_rows" INTEGER NOT NULL DEFAULT 0,
    "fault_rows" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "application_number" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "list_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_row" (
    "batch_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "cipher" BYTEA NOT NULL,
    "key_hash" BYTEA,
    "faults" JSONB,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "list_row_pkey" PRIMARY KEY ("batch_id","line")
);

-- CreateIndex
CREATE INDEX "session_owner_id_created_at_idx" ON "session"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "one_time_code_owner_id_created_at_idx" ON "one_time_code"("owner_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "audit_event_subject_id_id_idx" ON "audit_event"("subject_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_actor_id_id_idx" ON "audit_event"("actor_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_action_id_idx" ON "audit_event"("action", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "audit_link_event_id_key" ON "audit_link"("event_id");

-- CreateIndex
CREATE INDEX "attempt_limit_until_idx" ON "attempt_limit"("until");

-- CreateIndex
CREATE INDEX "application_subject_id_submitted_at_idx" ON "application"("subject_id", "submitted_at" DESC);

-- CreateIndex
CREATE INDEX "application_state_due_on_idx" ON "application"("state", "due_on");

-- CreateIndex
CREATE INDEX "application_service_submitted_at_idx" ON "application"("service", "submitted_at");

-- CreateIndex
CREATE INDEX "decision_application_number_idx" ON "decision"("application_number");

-- CreateIndex
CREATE INDEX "supplement_application_number_idx" ON "supplement"("application_number");

-- CreateIndex
CREATE UNIQUE INDEX "draft_owner_id_service_key" ON "draft"("owner_id", "service");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "closure_service_idx" ON "closure"("service");

-- CreateIndex
CREATE INDEX "ledger_posting_application_number_idx" ON "ledger_posting"("application_number");

-- CreateIndex
CREATE INDEX "ledger_entry_account_id_sequence_idx" ON "ledger_entry"("account_id", "sequence");

-- CreateIndex
CREATE INDEX "housing_account_person_id_idx" ON "housing_account"("person_id");

-- CreateIndex
CREATE INDEX "legacy_account_person_id_idx" ON "legacy_account"("person_id");

-- CreateIndex
CREATE INDEX "payment_order_state_created_at_idx" ON "payment_order"("state", "created_at");

-- CreateIndex
CREATE INDEX "payment_order_application_number_idx" ON "payment_order"("application_number");

-- CreateIndex
CREATE INDEX "payment_order_batch_id_idx" ON "payment_order"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "inbound_message_digest_key" ON "inbound_message"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "document_verification_code_key" ON "document"("verification_code");

-- CreateIndex
CREATE INDEX "document_subject_id_created_at_idx" ON "document"("subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "document_application_number_idx" ON "document"("application_number");

-- CreateIndex
CREATE INDEX "document_sha256_idx" ON "document"("sha256");

-- CreateIndex
CREATE INDEX "message_subject_id_created_at_idx" ON "message"("subject_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "message_state_created_at_idx" ON "message"("state", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "person_personal_number_key" ON "person"("personal_number");

-- CreateIndex
CREATE UNIQUE INDEX "person_identity_hash_key" ON "person"("identity_hash");

-- CreateIndex
CREATE UNIQUE INDEX "unit_code_key" ON "unit"("code");

-- CreateIndex
CREATE INDEX "agent_unit_id_idx" ON "agent"("unit_id");

-- CreateIndex
CREATE INDEX "unit_certificate_unit_id_idx" ON "unit_certificate"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_username_key" ON "staff"("username");

-- CreateIndex
CREATE INDEX "employment_person_id_idx" ON "employment"("person_id");

-- CreateIndex
CREATE INDEX "flex_plan_person_id_effective_month_idx" ON "flex_plan"("person_id", "effective_month");

-- CreateIndex
CREATE INDEX "elsewhere_record_person_id_idx" ON "elsewhere_record"("person_id");

-- CreateIndex
CREATE INDEX "transfer_voucher_person_id_idx" ON "transfer_voucher"("person_id");

-- CreateIndex
CREATE INDEX "policy_value_key_from_day_idx" ON "policy_value"("key", "from_day");

-- CreateIndex
CREATE INDEX "student_enrolment_identity_hash_idx" ON "student_enrolment"("identity_hash");

-- CreateIndex
CREATE INDEX "student_enrolment_unit_id_year_id_idx" ON "student_enrolment"("unit_id", "year", "id");

-- CreateIndex
CREATE INDEX "student_enrolment_unit_id_id_idx" ON "student_enrolment"("unit_id", "id");

-- CreateIndex
CREATE INDEX "student_enrolment_state_pay_by_idx" ON "student_enrolment"("state", "pay_by");

-- CreateIndex
CREATE INDEX "student_enrolment_application_number_idx" ON "student_enrolment"("application_number");

-- CreateIndex
CREATE INDEX "list_batch_unit_id_created_at_idx" ON "list_batch"("unit_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "list_row_batch_id_key_hash_idx" ON "list_row"("batch_id", "key_hash");

