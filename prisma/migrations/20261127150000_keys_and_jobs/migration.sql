-- A person's own rows are found, and could be spread over machines, by the person first.
ALTER TABLE "employment" DROP CONSTRAINT "employment_pkey",
  ADD CONSTRAINT "employment_pkey" PRIMARY KEY ("person_id", "id");
DROP INDEX "employment_person_id_idx";
ALTER TABLE "flex_plan" DROP CONSTRAINT "flex_plan_pkey",
  ADD CONSTRAINT "flex_plan_pkey" PRIMARY KEY ("person_id", "id");
ALTER TABLE "elsewhere_record" DROP CONSTRAINT "elsewhere_record_pkey",
  ADD CONSTRAINT "elsewhere_record_pkey" PRIMARY KEY ("person_id", "id");
DROP INDEX "elsewhere_record_person_id_idx";

-- A subject's cases are listed by number, page by page.
CREATE INDEX "application_subject_id_number_idx" ON "application"("subject_id", "number" DESC);

-- Puts a job into the outbox as `graphile_worker.add_job` does for a key that is new, and tells
-- nobody: PostgreSQL lets the transactions that notify commit one after the other only, each
-- waiting for the disk. The worker looks by itself, several times a second.
CREATE FUNCTION queue_job(task text, payload json, job_key text, max_attempts integer DEFAULT 25)
  RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  task_number integer;
BEGIN
  SELECT id INTO task_number FROM graphile_worker._private_tasks WHERE identifier = task;
  IF task_number IS NULL THEN
    PERFORM graphile_worker.add_job(task, queue_job.payload, job_key => queue_job.job_key,
                                    max_attempts => queue_job.max_attempts);
    RETURN;
  END IF;
  INSERT INTO graphile_worker._private_jobs (task_id, payload, max_attempts, key)
  VALUES (task_number, queue_job.payload, queue_job.max_attempts, queue_job.job_key)
  ON CONFLICT (key) DO NOTHING;
END $$;
