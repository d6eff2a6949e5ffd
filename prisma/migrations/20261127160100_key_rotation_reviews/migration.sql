-- Keys are changed: what an answered review was about is sealed anew, and says what it said.
CREATE OR REPLACE FUNCTION human_review_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (
    OLD.state = 'answered'
    AND to_jsonb(NEW) - 'record' IS DISTINCT FROM to_jsonb(OLD) - 'record') THEN
    RAISE EXCEPTION 'the answered review % does not change', OLD.number;
  END IF;
  RETURN NEW;
END $$;
