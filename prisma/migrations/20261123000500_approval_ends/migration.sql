-- An approval that nothing follows ends the case in the same write.
INSERT INTO case_transition (from_state, to_state) VALUES ('in-review', 'done');
