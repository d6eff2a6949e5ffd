-- Rows of a list that an approval has refused, each with its reasons; empty for all other decisions.
ALTER TABLE "decision" ADD COLUMN "refused_rows" JSONB;
ALTER TABLE decision
  ADD CONSTRAINT decision_refused_rows CHECK (refused_rows IS NULL OR kind = 'approve');
