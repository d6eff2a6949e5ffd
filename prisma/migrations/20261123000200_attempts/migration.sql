-- The chain of audit events has one horizon, from the beginning.
ALTER TABLE audit_horizon ADD CONSTRAINT audit_horizon_is_one CHECK (id = 1);
INSERT INTO audit_horizon DEFAULT VALUES;
