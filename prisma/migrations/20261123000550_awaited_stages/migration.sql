-- Stages that wait for the counter or another office lead on to each other, to a review, to the end.
INSERT INTO case_transition (from_state, to_state) VALUES
  ('in-review', 'waiting-outside'), ('in-review', 'waiting-counter'),
  ('waiting-counter', 'waiting-outside'), ('waiting-outside', 'waiting-counter'),
  ('waiting-outside', 'submitted'), ('waiting-counter', 'submitted'),
  ('waiting-outside', 'refused'), ('waiting-counter', 'refused'),
  ('waiting-outside', 'done'), ('waiting-counter', 'done');
