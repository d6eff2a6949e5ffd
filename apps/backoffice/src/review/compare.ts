import type { FigureJson, FindingJson } from "@hall/contracts/findings";

/** A fact as it was at the submission and as it is today; null where there is none. */
export interface ComparedFact {
  readonly label: string;
  readonly filed: FigureJson["value"] | null;
  readonly now: FigureJson["value"] | null;
  readonly isChanged: boolean;
}

/**
 * Puts the facts of two days beside each other by their names, in today's order, with what is gone
 * at the end. Of several with one name the first meets the first.
 */
export function compareFacts(
  filed: readonly FigureJson[],
  now: readonly FigureJson[],
): readonly ComparedFact[] {
  const left = [...filed];
  const today = now.map(({ label, value }) => {
    const index = left.findIndex((fact) => fact.label === label);
    const [before] = index < 0 ? [] : left.splice(index, 1);
    return {
      label,
      filed: before?.value ?? null,
      now: value,
      isChanged: !isSame(before?.value ?? null, value),
    };
  });
  const gone = left.map(({ label, value }) => ({
    label,
    filed: value,
    now: null,
    isChanged: true,
  }));
  return [...today, ...gone];
}

function isSame(a: FigureJson["value"] | null, b: FigureJson["value"]): boolean {
  return JSON.stringify(a, sorted) === JSON.stringify(b, sorted);
}

/** The order of an object's properties says nothing. */
function sorted(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A rule as it is judged today, with its outcome at the submission where that was another. */
export interface ComparedFinding {
  readonly finding: FindingJson;
  readonly was: FindingJson["outcome"] | null;
}

/** What doesn't hold comes first: it is what the reviewer has to see. */
export function compareFindings(
  filed: readonly FindingJson[],
  now: readonly FindingJson[],
): readonly ComparedFinding[] {
  const shown = now.length > 0 ? now : filed;
  return shown
    .map((finding) => {
      const before = filed.find(({ rule, at }) => rule === finding.rule && at === finding.at);
      const isOther = before !== undefined && before.outcome !== finding.outcome;
      return { finding, was: isOther ? before.outcome : null };
    })
    .sort((a, b) => rank(a.finding) - rank(b.finding));
}

const rank = ({ outcome }: FindingJson) => (outcome === "holds" ? 1 : 0);

export interface FindingGroup {
  readonly citation: string;
  readonly compared: readonly ComparedFinding[];
}

/** Findings under the source that they stand on, in the order in which the sources come up. */
export function bySource(compared: readonly ComparedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, ComparedFinding[]>();
  for (const one of compared) {
    const { text } = one.finding.citation;
    groups.set(text, [...(groups.get(text) ?? []), one]);
  }
  return [...groups].map(([citation, inside]) => ({ citation, compared: inside }));
}
