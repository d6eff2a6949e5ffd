-- Keys are changed: what is sealed is sealed anew. What a row says stays guarded, for the hashes of
-- the plain content (stored_sha256, digest) stay as they were and prove it.
CREATE OR REPLACE FUNCTION evidence_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.application_number IS NOT NULL AND (
    TG_OP = 'DELETE' OR (
      to_jsonb(NEW) - 'verified_at' - 'damage' - 'storage_key' - 'name_cipher'
      IS DISTINCT FROM to_jsonb(OLD) - 'verified_at' - 'damage' - 'storage_key' - 'name_cipher')) THEN
    RAISE EXCEPTION 'evidence % belongs to a case and does not change', OLD.id;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;

CREATE FUNCTION inbound_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR to_jsonb(NEW) - 'body' IS DISTINCT FROM to_jsonb(OLD) - 'body' THEN
    RAISE EXCEPTION 'inbound_message is append only';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER append_only ON inbound_message;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON inbound_message FOR EACH ROW EXECUTE FUNCTION inbound_stays();
