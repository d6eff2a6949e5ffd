import { totalsOf } from "../../contributions.ts";
import { addMonthsClamped, compareMonths, type Day, isSameDay, type Month } from "../../dates.ts";
import type {
  Contribution,
  IssuedPaper,
  Separation,
  SeparationReason,
  UnemploymentElsewhere,
} from "../../facts.ts";
import type { PolicyReader } from "../../policy.ts";
import type { Request, Situation } from "../../service.ts";

export interface AcceptanceLetterInput {
  /** Number of the relation elsewhere that shall be left (转出地机构). */
  readonly relation: string;
}

export type AcceptanceLetterNeeds =
  | "participant"
  | "contributions"
  | "elsewhere"
  | "separation"
  | "unemploymentElsewhere"
  | "issuedPapers";

export type AcceptanceLetterSituation = Situation<AcceptanceLetterNeeds>;
export type AcceptanceLetterRequest = Request<AcceptanceLetterNeeds, AcceptanceLetterInput>;

export const letterKind = "unemployment-acceptance-letter";
export const letterName = "失业保险关系接收函";

export const reasonNames: Readonly<Record<SeparationReason, string>> = {
  "contract-ended": "劳动合同期满终止",
  dismissed: "被单位解除劳动合同",
  agreed: "由单位提出、协商一致解除",
  "unit-closed": "单位关闭、破产",
  "own-will": "本人提出解除",
};

export const relationKindNames: Readonly<Record<UnemploymentElsewhere["kind"], string>> = {
  relation: "失业保险关系",
  benefit: "未领完的失业保险待遇",
};

/** What was paid here for unemployment insurance: months in all, and with the last employer. */
export interface ParkMonths {
  readonly months: number;
  readonly last: Month;
  readonly lastPayer: string;
  /** Of the last, unbroken stay with that employer: earlier stays with it don't count. */
  readonly monthsWithLastPayer: number;
}

export function parkMonths(contributions: readonly Contribution[]): ParkMonths | null {
  const rows = contributions
    .filter(({ insurance }) => insurance === "unemployment")
    .toSorted((left, right) => compareMonths(left.month, right.month));
  const total = totalsOf(rows)[0];
  const newest = rows.at(-1);
  if (!total || !newest) return null;
  const before = rows.findLastIndex(({ payer }) => payer !== newest.payer);
  return {
    months: total.months,
    last: total.last,
    lastPayer: newest.payer,
    monthsWithLastPayer: totalsOf(rows.slice(before + 1))[0]?.months ?? 0,
  };
}

export const transferable = (records: readonly UnemploymentElsewhere[]) =>
  records.filter(({ transferredOn }) => transferredOn === null);

export const lettersOf = (papers: readonly IssuedPaper[], day: Day) =>
  papers.filter(({ kind, issuedOn }) => kind === letterKind && isSameDay(issuedOn, day));

/** The last day on which a letter is made online after leaving; that day counts. */
export function lastLetterDay(separation: Separation, policy: PolicyReader, today: Day): Day {
  return addMonthsClamped(separation.leftOn, policy.on("unemployment.letterMonths", today));
}

/** What a letter stands on. Throws where the rules didn't hold: it is called only when they do. */
export function decidedOn({ facts, input }: AcceptanceLetterRequest) {
  const relation = facts.unemploymentElsewhere.find(({ number }) => number === input.relation);
  const park = parkMonths(facts.contributions);
  if (!relation || !park || !facts.separation) throw new Error("decided though a rule refuses");
  return { relation, park, separation: facts.separation };
}
