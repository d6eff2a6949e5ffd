-- A member of staff who is locked out until an administrator opens the account again.
ALTER TABLE "staff" ADD COLUMN "locked_at" TIMESTAMPTZ(3), ADD COLUMN "locked_by" UUID;
ALTER TABLE "staff"
  ADD CONSTRAINT "staff_locked_whole" CHECK (("locked_at" IS NULL) = ("locked_by" IS NULL)),
  ADD CONSTRAINT "staff_has_a_role" CHECK (cardinality("roles") > 0),
  -- Who watches over the others holds no keys to their accounts (GB/T 22239).
  ADD CONSTRAINT "staff_auditor_apart" CHECK (NOT "roles" @> ARRAY['admin', 'auditor']::text[]);
-- What somebody signed stays theirs.
CREATE TRIGGER never_deleted BEFORE DELETE ON "staff"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
