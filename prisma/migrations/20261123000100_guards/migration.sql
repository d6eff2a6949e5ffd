-- What the database holds by itself, whatever the code does.

-- A write is decided on what was read. It carries the versions it was decided on; when one has
-- moved, the whole statement fails with this state and the submission is judged anew.
CREATE FUNCTION require_guards(holds boolean) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF holds IS NOT TRUE THEN
    RAISE EXCEPTION 'decided on facts that have moved' USING ERRCODE = 'HG001';
  END IF;
  RETURN true;
END $$;

-- Ledger: entries alone move a balance, a posting sums to zero, a customer never goes below zero.
ALTER TABLE ledger_account
  ADD CONSTRAINT customer_balance_not_negative CHECK (kind <> 'customer' OR balance_fen >= 0),
  ADD CONSTRAINT ledger_account_kind CHECK (kind IN ('customer', 'control'));
ALTER TABLE ledger_entry
  ADD CONSTRAINT ledger_entry_not_zero CHECK (amount_fen <> 0),
  ADD CONSTRAINT ledger_entry_posting FOREIGN KEY (posting_id) REFERENCES ledger_posting (id),
  ADD CONSTRAINT ledger_entry_account FOREIGN KEY (account_id) REFERENCES ledger_account (id);

CREATE FUNCTION ledger_move_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('hall.ledger', 'entry', true);
  -- The balances of the centre's own accounts are summed when asked: kept, they would be rows that
  -- every payment waits for.
  UPDATE ledger_account SET balance_fen = balance_fen + NEW.amount_fen
   WHERE id = NEW.account_id AND kind = 'customer';
  PERFORM set_config('hall.ledger', '', true);
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_moves_balance AFTER INSERT ON ledger_entry
  FOR EACH ROW EXECUTE FUNCTION ledger_move_balance();

CREATE FUNCTION ledger_balance_moves_by_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.balance_fen <> 0 THEN
    RAISE EXCEPTION 'an account opens with zero';
  END IF;
  IF TG_OP = 'UPDATE' AND NEW.balance_fen <> OLD.balance_fen
     AND current_setting('hall.ledger', true) IS DISTINCT FROM 'entry' THEN
    RAISE EXCEPTION 'a balance is moved by its entries only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_guard BEFORE INSERT OR UPDATE ON ledger_account
  FOR EACH ROW EXECUTE FUNCTION ledger_balance_moves_by_entry();

CREATE FUNCTION ledger_posting_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  total numeric;
  lines integer;
BEGIN
  SELECT coalesce(sum(amount_fen), 0), count(*) INTO total, lines
    FROM ledger_entry WHERE posting_id = NEW.id;
  IF total <> 0 OR lines < 2 THEN
    RAISE EXCEPTION 'posting % does not balance: % fen over % lines', NEW.id, total, lines;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_posting_balances AFTER INSERT ON ledger_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_posting_balances();

-- An entry is part of the transaction that made its posting; a closed posting takes no more.
CREATE FUNCTION ledger_entry_with_posting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  total numeric;
BEGIN
  SELECT coalesce(sum(amount_fen), 0) INTO total FROM ledger_entry WHERE posting_id = NEW.posting_id;
  IF total <> 0 THEN
    RAISE EXCEPTION 'posting % does not balance: % fen', NEW.posting_id, total;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION ledger_entry_with_posting();

-- Append only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_posting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON case_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_link FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON inbound_message FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- An issued paper keeps its number, its content and, once made, its bytes (DOC-4).
CREATE FUNCTION document_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE'
     OR (NEW.number, NEW.content, NEW.verification_code, NEW.issued_on)
        IS DISTINCT FROM (OLD.number, OLD.content, OLD.verification_code, OLD.issued_on)
     OR (OLD.sha256 IS NOT NULL AND (NEW.sha256, NEW.bytes) IS DISTINCT FROM (OLD.sha256, OLD.bytes)) THEN
    RAISE EXCEPTION 'document % does not change', OLD.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER document_stays BEFORE UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION document_stays();

-- The state machine of cases, held here as well as in the code.
INSERT INTO case_transition (from_state, to_state) VALUES
  ('submitted', 'in-review'), ('in-review', 'submitted'), ('in-review', 'more-needed'),
  ('more-needed', 'submitted'), ('submitted', 'approved'), ('in-review', 'approved'),
  ('in-review', 'refused'), ('submitted', 'withdrawn'), ('more-needed', 'withdrawn'),
  ('more-needed', 'lapsed'), ('waiting-counter', 'lapsed'), ('waiting-outside', 'lapsed'),
  ('submitted', 'waiting-outside'), ('approved', 'waiting-outside'),
  ('submitted', 'waiting-counter'), ('approved', 'waiting-counter'),
  ('waiting-outside', 'approved'), ('waiting-counter', 'approved'),
  ('submitted', 'done'), ('approved', 'done');
CREATE FUNCTION case_state_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> OLD.state AND NOT EXISTS (
    SELECT FROM case_transition WHERE from_state = OLD.state AND to_state = NEW.state
  ) THEN
    RAISE EXCEPTION 'case % cannot go from % to %', OLD.number, OLD.state, NEW.state USING ERRCODE = 'HG002';
  END IF;
  IF (NEW.number, NEW.service, NEW.subject_id, NEW.submitted_at)
     IS DISTINCT FROM (OLD.number, OLD.service, OLD.subject_id, OLD.submitted_at) THEN
    RAISE EXCEPTION 'case % keeps what it was filed as', OLD.number;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_state_follows BEFORE UPDATE ON application FOR EACH ROW EXECUTE FUNCTION case_state_follows();

-- One open case per subject, service and object.
CREATE UNIQUE INDEX one_open_case ON application (subject_id, service, object)
  WHERE state NOT IN ('refused', 'done', 'withdrawn', 'lapsed');
-- One open case that draws on an account.
CREATE UNIQUE INDEX one_hold ON account_hold (account_id) WHERE released_at IS NULL;
-- One enrolment that counts for a student and a year, wherever.
CREATE UNIQUE INDEX one_enrolment ON student_enrolment (identity_hash, year) WHERE state IN ('payable', 'paid', 'reduced');
-- One plan that counts for a person and a month.
CREATE UNIQUE INDEX one_plan ON flex_plan (person_id, effective_month) WHERE superseded_by IS NULL;
-- One payment on its way for an order's case and purpose at a time.
CREATE UNIQUE INDEX one_running_order ON payment_order (application_number, purpose) WHERE state IN ('waiting', 'sent', 'paid');
-- One first agent for a unit, who is signed in by the unit's code.
CREATE UNIQUE INDEX one_first_agent ON agent (unit_id) WHERE is_first;

-- Four eyes, at the last line: nobody approves a stage twice.
CREATE UNIQUE INDEX one_approval_each ON decision (application_number, stage, staff_id) WHERE kind = 'approve';
