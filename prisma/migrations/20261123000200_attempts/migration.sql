-- How far the chain of audit events is known to be complete, see `AuditHorizon`: one row.
ALTER TABLE "audit_horizon" ADD CONSTRAINT "audit_horizon_is_one" CHECK ("id" = 1);
INSERT INTO "audit_horizon" DEFAULT VALUES;
