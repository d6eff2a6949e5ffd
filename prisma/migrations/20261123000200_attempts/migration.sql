-- What is counted against an account, an address or a number, see `AttemptLimit`.
CREATE TABLE "attempt_limit" (
    "key" TEXT NOT NULL,
    "marks" TEXT[] NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attempt_limit_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "attempt_limit_until_idx" ON "attempt_limit"("until");

-- How far the chain of audit events is known to be complete, see `AuditHorizon`.
CREATE TABLE "audit_horizon" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "settled_id" BIGINT NOT NULL DEFAULT 0,
    "seen_id" BIGINT NOT NULL DEFAULT 0,
    "running" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "audit_horizon_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "audit_horizon_is_one" CHECK ("id" = 1)
);
INSERT INTO "audit_horizon" DEFAULT VALUES;
