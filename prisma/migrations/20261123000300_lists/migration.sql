-- A row goes with its list.
ALTER TABLE "list_row"
  ADD CONSTRAINT "list_row_of_batch" FOREIGN KEY ("batch_id") REFERENCES "list_batch" ("id") ON DELETE CASCADE;
