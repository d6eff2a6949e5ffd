import type { Day } from "./dates.ts";
import type { Figure } from "./figures.ts";
import type { PolicyKey } from "./policy.ts";

/** The name of a rule everywhere: in code, tests, findings and the public rule book. */
export type RuleCode = `${Uppercase<string>}-${number}`;

/**
 * Where a rule comes from. `handbook`: the centre's published guide of services;
 * `law`: a statute or notice; `house`: the centre's own decision where the others are silent.
 */
export interface Citation {
  readonly kind: "handbook" | "law" | "house";
  readonly text: string;
}

/** What would change a refusal: in words, with the service of this hall that does it where one does. */
export interface Remedy {
  readonly text: string;
  readonly service?: string;
}

/** What a refusing verdict tells; the sentence is addressed to the person, with their own figures. */
export interface Reason {
  readonly message: string;
  readonly figures?: readonly Figure[];
  readonly remedy?: Remedy;
  /** Location of the fault in a list or a form, as a JSON pointer into the input. */
  readonly at?: string;
}

/** A rule's answer. `moot`: another rule's refusal leaves nothing here to judge. */
export type Verdict =
  | { readonly outcome: "holds"; readonly figures: readonly Figure[] }
  | { readonly outcome: "moot" }
  | ({ readonly outcome: "fails" | "counter" } & Reason)
  | ({ readonly outcome: "later"; readonly firstDay: Day } & Reason);

export const holds = (...figures: Figure[]): Verdict => ({ outcome: "holds", figures });
export const moot = (): Verdict => ({ outcome: "moot" });
export const fails = (reason: Reason): Verdict => ({ outcome: "fails", ...reason });
/** Not online: the same matter is settled at the counter. */
export const toCounter = (reason: Reason): Verdict => ({ outcome: "counter", ...reason });
/** Not yet: from `firstDay` on the same rule would hold, all else staying as it is. */
export const notBefore = (firstDay: Day, reason: Reason): Verdict => ({
  outcome: "later",
  firstDay,
  ...reason,
});

/**
 * A rule as a claim that must hold for a case to be granted.
 * `Seen` is what it is judged on: the situation of the subject, or a request with its input.
 */
export interface Rule<Seen> {
  readonly code: RuleCode;
  /** The claim in plain Chinese, as the guide and the refusal card print it. */
  readonly words: string;
  readonly citation: Citation;
  /** Parameters that the rule reads; the policy page lists them. */
  readonly reads?: readonly PolicyKey[];
  /** The limit at which the answer turns; demands an example on each of its sides. */
  readonly boundary?: string;
  readonly judge: (seen: Seen) => Verdict;
}

/** A rule that refuses nobody but settles what happens, such as the month of effect. */
export interface Provision {
  readonly code: RuleCode;
  readonly words: string;
  readonly citation: Citation;
  readonly reads?: readonly PolicyKey[];
}

/** A judged rule, as it is shown, stored with the case and replayed. */
export interface Finding {
  readonly rule: RuleCode;
  /** The claim's name within its service, such as `accountIsSealed`. */
  readonly claim: string;
  readonly words: string;
  readonly citation: Citation;
  readonly outcome: "holds" | "fails" | "counter" | "later";
  readonly message: string;
  readonly figures: readonly Figure[];
  readonly remedy?: Remedy;
  readonly firstDay?: Day;
  readonly at?: string;
}

export type StandingOutcome = "open" | "refused" | "counter" | "later";

/** Judges every claim, in the order in which they stand; a refusal never hides another. */
export function judgeAll<Seen>(
  rules: Readonly<Record<string, Rule<Seen>>>,
  seen: Seen,
): readonly Finding[] {
  return Object.entries(rules).flatMap(([claim, rule]): Finding[] => {
    const verdict = rule.judge(seen);
    if (verdict.outcome === "moot") return [];
    const judged = { rule: rule.code, claim, words: rule.words, citation: rule.citation };
    if (verdict.outcome === "holds") {
      return [{ ...judged, outcome: "holds", message: rule.words, figures: verdict.figures }];
    }
    return [{ ...judged, ...verdict, figures: verdict.figures ?? [] }];
  });
}

/**
 * What all findings say together. A refusal outweighs the counter, which outweighs a date:
 * nobody is sent to a counter, or told to wait, for what would be refused there as well.
 */
export function outcomeOf(findings: readonly Finding[]): StandingOutcome {
  const outcomes = new Set(findings.map((f) => f.outcome));
  if (outcomes.has("fails")) return "refused";
  if (outcomes.has("counter")) return "counter";
  if (outcomes.has("later")) return "later";
  return "open";
}

/** The rules of the handbook are cited by the number and title of their service. */
export const handbook = (service: string): Citation => ({
  kind: "handbook",
  text: `《网上办事大厅业务操作手册》${service}`,
});

export const house = (reason: string): Citation => ({
  kind: "house",
  text: `中心办理规定：${reason}`,
});
