/** The states of an application (办件, APP-1). Drafts live outside: they have no number yet. */
export const caseStates = [
  "submitted",
  "in-review",
  "more-needed",
  "approved",
  "refused",
  "waiting-outside",
  "waiting-counter",
  "done",
  "withdrawn",
  "lapsed",
] as const;

export type CaseState = (typeof caseStates)[number];

/**
 * The one state machine of all services: event, then from which state to which.
 * PostgreSQL holds the same pairs in `case_transition`; a test compares the two.
 * A second approval leaves the case in review: it is one review by two people.
 */
export const caseTransitions = {
  claim: { submitted: "in-review" },
  release: { "in-review": "submitted" },
  ask: { "in-review": "more-needed" },
  supplement: { "more-needed": "submitted" },
  grant: { submitted: "approved" },
  approve: { "in-review": "approved" },
  refuse: { "in-review": "refused" },
  // Its payment came back, and what it was approved on no longer holds.
  "take-back": { approved: "refused" },
  // From the counter only where the stage that waits there allows it.
  withdraw: {
    submitted: "withdrawn",
    "more-needed": "withdrawn",
    "waiting-counter": "withdrawn",
  },
  lapse: { "more-needed": "lapsed", "waiting-counter": "lapsed", "waiting-outside": "lapsed" },
  "await-outside": {
    submitted: "waiting-outside",
    "in-review": "waiting-outside",
    approved: "waiting-outside",
    "waiting-counter": "waiting-outside",
  },
  "await-counter": {
    submitted: "waiting-counter",
    "in-review": "waiting-counter",
    approved: "waiting-counter",
    "waiting-outside": "waiting-counter",
  },
  // What was waited for has come; the next stage pays, or is a review.
  resume: { "waiting-outside": "approved", "waiting-counter": "approved" },
  "review-again": { "waiting-outside": "submitted", "waiting-counter": "submitted" },
  decline: { "waiting-outside": "refused", "waiting-counter": "refused" },
  // An approval that nothing follows ends the case in the same write.
  finish: {
    submitted: "done",
    "in-review": "done",
    approved: "done",
    "waiting-outside": "done",
    "waiting-counter": "done",
  },
} as const satisfies Record<string, Partial<Record<CaseState, CaseState>>>;

export type CaseEvent = keyof typeof caseTransitions;

/** The state after an event, or null where the event isn't possible. */
export function nextState(state: CaseState, event: CaseEvent): CaseState | null {
  const pairs: Partial<Record<CaseState, CaseState>> = caseTransitions[event];
  return pairs[state] ?? null;
}

export const finalStates: readonly CaseState[] = ["refused", "done", "withdrawn", "lapsed"];

/** An open case holds its object: no second case, and nothing else draws on its account. */
export const isOpen = (state: CaseState): boolean => !finalStates.includes(state);

/** What an applicant may do now (APP-8, APP-9). */
export function applicantActions(
  state: CaseState,
  rated: boolean,
  stageKnowsWithdrawal: boolean,
): readonly string[] {
  const actions: string[] = [];
  if (nextState(state, "withdraw") && stageKnowsWithdrawal) actions.push("withdraw");
  if (nextState(state, "supplement")) actions.push("supplement");
  if (state === "done" && !rated) actions.push("rate");
  return actions;
}
