-- An approval whose payment came back and which no longer holds is taken back by two people.
INSERT INTO case_transition (from_state, to_state) VALUES ('approved', 'refused');
-- Four eyes, at the last line: nobody takes a stage's approval back twice.
CREATE UNIQUE INDEX one_take_back_each ON decision (application_number, stage, staff_id) WHERE kind = 'take-back';
