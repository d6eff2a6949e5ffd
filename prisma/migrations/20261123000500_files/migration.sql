-- CreateTable
CREATE TABLE "evidence_file" (
    "id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "place" INTEGER,
    "name_cipher" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "received_bytes" INTEGER NOT NULL DEFAULT 0,
    "part_bytes" INTEGER NOT NULL DEFAULT 0,
    "checking_since" TIMESTAMPTZ(3),
    "media_type" TEXT,
    "measured" JSONB,
    "faults" JSONB,
    "received_sha256" TEXT,
    "stored_sha256" TEXT,
    "stored_bytes" INTEGER,
    "storage_key" TEXT,
    "application_number" TEXT,
    "attached_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "damage" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_storage_key_key" ON "evidence_file"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_file_application_number_idx" ON "evidence_file"("application_number");

-- CreateIndex
CREATE INDEX "evidence_file_created_at_idx" ON "evidence_file"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_file_owner_id_place_key" ON "evidence_file"("owner_id", "place");

ALTER TABLE "evidence_file"
  ADD CONSTRAINT "evidence_file_state" CHECK (state IN ('receiving', 'checking', 'refused', 'ready')),
  ADD CONSTRAINT "evidence_file_of_case" FOREIGN KEY ("application_number") REFERENCES "application" ("number"),
  -- What a case names has been checked and stored.
  ADD CONSTRAINT "evidence_file_whole" CHECK (
    application_number IS NULL OR (
      state = 'ready' AND storage_key IS NOT NULL AND media_type IS NOT NULL AND attached_at IS NOT NULL
      AND received_sha256 IS NOT NULL AND stored_sha256 IS NOT NULL AND stored_bytes IS NOT NULL)),
  -- A place is held until a case names the file.
  ADD CONSTRAINT "evidence_file_place" CHECK ((application_number IS NULL) = (place IS NOT NULL));

-- A file that a case names stays, and stays what it is; only what its proofs found is written.
CREATE FUNCTION evidence_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.application_number IS NOT NULL AND (
    TG_OP = 'DELETE' OR (
      to_jsonb(NEW) - 'verified_at' - 'damage'
      IS DISTINCT FROM to_jsonb(OLD) - 'verified_at' - 'damage')) THEN
    RAISE EXCEPTION 'evidence % belongs to a case and does not change', OLD.id;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER evidence_stays BEFORE UPDATE OR DELETE ON evidence_file FOR EACH ROW EXECUTE FUNCTION evidence_stays();
