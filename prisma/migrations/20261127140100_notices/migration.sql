-- Notices of the centre on the hall's pages: drafted, published for a span of days, withdrawn.
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "drafted_by" UUID NOT NULL,
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" UUID,
    "published_at" TIMESTAMPTZ(3),
    "withdrawn_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "notice_drafted_at_id_idx" ON "notice"("drafted_at" DESC, "id" DESC);
CREATE INDEX "notice_until_day_idx" ON "notice"("until_day");

ALTER TABLE "notice"
  ADD CONSTRAINT "notice_audience" CHECK ("audience" IN ('all', 'person', 'unit')),
  ADD CONSTRAINT "notice_span" CHECK ("until_day" >= "from_day"),
  ADD CONSTRAINT "notice_published_whole" CHECK (("published_at" IS NULL) = ("published_by" IS NULL)),
  ADD CONSTRAINT "notice_withdrawn_whole" CHECK (("withdrawn_at" IS NULL) = ("withdrawn_by" IS NULL));

-- What people were told stays as they were told it; withdrawn, it doesn't come back.
CREATE FUNCTION notice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
     OR (OLD.published_at IS NOT NULL
         AND (NEW.title, NEW.body, NEW.audience, NEW.from_day, NEW.until_day, NEW.published_at,
              NEW.published_by)
             IS DISTINCT FROM
             (OLD.title, OLD.body, OLD.audience, OLD.from_day, OLD.until_day, OLD.published_at,
              OLD.published_by)) THEN
    RAISE EXCEPTION 'notice % does not change', OLD.id;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_stays BEFORE UPDATE ON "notice"
  FOR EACH ROW EXECUTE FUNCTION notice_stays();
CREATE TRIGGER never_deleted BEFORE DELETE ON "notice"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
