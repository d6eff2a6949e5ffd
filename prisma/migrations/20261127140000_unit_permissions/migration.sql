-- What staff have opened to a unit, with its span and who opened and closed it. The table of the
-- first draft was never written to.
DROP TABLE "unit_permission";

CREATE TABLE "unit_permission" (
    "id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "agreement" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_by" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_on" DATE,
    "closed_by" UUID,
    "close_reason" TEXT,

    CONSTRAINT "unit_permission_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "unit_permission_unit_id_kind_idx" ON "unit_permission"("unit_id", "kind");

ALTER TABLE "unit_permission"
  ADD CONSTRAINT "unit_permission_span" CHECK ("valid_until" >= "valid_from"),
  ADD CONSTRAINT "unit_permission_closed_whole" CHECK (
    ("closed_at" IS NULL) = ("closed_on" IS NULL)
    AND ("closed_at" IS NULL) = ("close_reason" IS NULL));

-- It is opened once and closed once; nothing else about it changes, and none is lost.
CREATE FUNCTION unit_permission_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.closed_at IS NOT NULL
     OR (NEW.id, NEW.unit_id, NEW.kind, NEW.agreement, NEW.valid_from, NEW.valid_until,
         NEW.opened_at, NEW.opened_by)
        IS DISTINCT FROM
        (OLD.id, OLD.unit_id, OLD.kind, OLD.agreement, OLD.valid_from, OLD.valid_until,
         OLD.opened_at, OLD.opened_by) THEN
    RAISE EXCEPTION 'permission % does not change', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_permission_stays BEFORE UPDATE ON "unit_permission"
  FOR EACH ROW EXECUTE FUNCTION unit_permission_stays();
CREATE TRIGGER never_deleted BEFORE DELETE ON "unit_permission"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- On any day a unit has one permission of a kind. Whoever opens one moves the unit's subject in the
-- same statement, so that two that overlap can't both look and find nothing.
CREATE FUNCTION one_permission_a_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM subject WHERE id = NEW.unit_id FOR UPDATE;
  IF EXISTS (
    SELECT 1 FROM unit_permission p
     WHERE p.unit_id = NEW.unit_id AND p.kind = NEW.kind AND p.closed_at IS NULL
       AND daterange(p.valid_from, p.valid_until, '[]')
           && daterange(NEW.valid_from, NEW.valid_until, '[]')) THEN
    RAISE EXCEPTION 'unit % has this permission in that span', NEW.unit_id
      USING ERRCODE = 'HG001';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER one_permission_a_day BEFORE INSERT ON "unit_permission"
  FOR EACH ROW EXECUTE FUNCTION one_permission_a_day();
