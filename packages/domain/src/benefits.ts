import {
  compareMonths,
  type Day,
  isMonthAfter,
  isMonthBefore,
  isSameMonth,
  type Month,
} from "./dates.ts";
import type { Contribution, UnemploymentElsewhere } from "./facts.ts";
import { type Fen, sumFen } from "./fen.ts";

/** A period for which the unemployment benefit was granted, with its months so far. */
export interface BenefitPlan {
  readonly number: string;
  readonly grantedMonths: number;
  /** Null while it runs. */
  readonly endedOn: Day | null;
  /** The earliest first. */
  readonly months: readonly BenefitMonth[];
}

/** `skipped`: not registered as unemployed (跳月); `refunded`: paid back, as if never drawn. */
export interface BenefitMonth {
  readonly month: Month;
  readonly state: "drawn" | "skipped" | "refunded";
  /** 失业金, 临时物价补贴, 失业金补差, 失业门诊补助. */
  readonly benefitFen: Fen;
  readonly subsidyFen: Fen;
  readonly topUpFen: Fen;
  readonly outpatientFen: Fen;
  /** Number of the last case that asked for it back. */
  readonly demandedBy: string | null;
}

/** What was begun and can't go on before months are paid back. */
export interface BenefitMatter {
  readonly number: string;
  readonly kind: "benefit-application" | "transfer-out" | "contract-report";
  readonly since: Day;
  /** The unit that reports, or the agency that the benefit goes to; null for an application. */
  readonly party: string | null;
  /** First month of the contract that is reported. */
  readonly contractFrom: Month | null;
  /** Null while it waits. */
  readonly resumedOn: Day | null;
}

/** A bank's slip that has been handed in. */
export interface BankSlip {
  readonly number: string;
  readonly applicationNumber: string;
  readonly paidOn: Day;
}

export const matterNames: Readonly<Record<BenefitMatter["kind"], string>> = {
  "benefit-application": "失业金申领",
  "transfer-out": "失业保险待遇转出",
  "contract-report": "劳动合同报送",
};

/** A drawn month that has to be paid back, and why. */
export interface RefundMonth {
  readonly plan: string;
  readonly month: BenefitMonth;
  readonly totalFen: Fen;
  readonly causes: readonly RefundCause[];
}

export interface RefundCause {
  readonly matter: BenefitMatter;
  /** What the month collides with, as a clause: 测试科技已为您缴纳失业保险. */
  readonly words: string;
}

interface BenefitFacts {
  readonly benefitPlans: readonly BenefitPlan[];
  readonly benefitMatters: readonly BenefitMatter[];
  readonly contributions: readonly Contribution[];
  readonly unemploymentElsewhere: readonly UnemploymentElsewhere[];
}

export const waitingMatters = ({
  benefitMatters,
}: Pick<BenefitFacts, "benefitMatters">): readonly BenefitMatter[] =>
  benefitMatters.filter(({ resumedOn }) => resumedOn === null);

/** Everything drawn for the month, the four parts together (UBR-3). */
export const drawnFen = (month: BenefitMonth): Fen =>
  sumFen([month.benefitFen, month.subsidyFen, month.topUpFen, month.outpatientFen]);

/** Months of a plan that can still be drawn; what was paid back is among them again. */
export const remainingMonths = (plan: BenefitPlan): number =>
  plan.grantedMonths - plan.months.filter(({ state }) => state === "drawn").length;

/**
 * The drawn months that collide with work (UBR-1), the earliest first: with a park unit's payment
 * in an earlier period, with a payment elsewhere, or with the beginning of a reported contract.
 */
export function refundMonths(facts: BenefitFacts): readonly RefundMonth[] {
  const waiting = waitingMatters(facts);
  return facts.benefitPlans
    .flatMap((plan) =>
      plan.months
        .filter(({ state }) => state === "drawn")
        .map((month) => ({
          plan: plan.number,
          month,
          totalFen: drawnFen(month),
          causes: waiting.flatMap((matter) => causesOf(matter, plan, month.month, facts)),
        })),
    )
    .filter(({ causes }) => causes.length > 0)
    .toSorted((left, right) => compareMonths(left.month.month, right.month.month));
}

export const refundTotal = (months: readonly RefundMonth[]): Fen =>
  sumFen(months.map(({ totalFen }) => totalFen));

function causesOf(
  matter: BenefitMatter,
  plan: BenefitPlan,
  month: Month,
  facts: BenefitFacts,
): readonly RefundCause[] {
  switch (matter.kind) {
    case "benefit-application": {
      const paid = facts.contributions.find(
        (row) =>
          row.insurance === "unemployment" && row.unitFen > 0n && isSameMonth(row.month, month),
      );
      if (plan.endedOn === null || !paid) return [];
      return [{ matter, words: `${paid.payer}已为您缴纳失业保险` }];
    }
    case "transfer-out": {
      const paid = facts.unemploymentElsewhere.find(
        ({ kind, from, to }) =>
          kind === "relation" && !isMonthBefore(month, from) && !isMonthAfter(month, to),
      );
      return paid ? [{ matter, words: `区外单位已在${paid.agency}缴纳失业保险` }] : [];
    }
    case "contract-report":
      return matter.contractFrom && isSameMonth(matter.contractFrom, month)
        ? [{ matter, words: `${matter.party ?? "单位"}报送的劳动合同从这个月开始` }]
        : [];
  }
}

/** Months that a case has asked for back and that aren't paid back yet, by their plan. */
export function demandedBy(
  applicationNumber: string,
  plans: readonly BenefitPlan[],
): readonly { readonly plan: string; readonly month: BenefitMonth }[] {
  return plans.flatMap((plan) =>
    plan.months
      .filter((month) => month.state === "drawn" && month.demandedBy === applicationNumber)
      .map((month) => ({ plan: plan.number, month })),
  );
}

/** The waiting matters that nothing keeps any more once these months are paid back. */
export function mattersFreed(
  facts: BenefitFacts,
  cleared: readonly { readonly plan: string; readonly month: BenefitMonth }[],
): readonly BenefitMatter[] {
  const isCleared = (of: RefundMonth) =>
    cleared.some(({ plan, month }) => plan === of.plan && isSameMonth(month.month, of.month.month));
  const kept = refundMonths(facts)
    .filter((month) => !isCleared(month))
    .flatMap(({ causes }) => causes.map(({ matter }) => matter.number));
  return waitingMatters(facts).filter(({ number }) => !kept.includes(number));
}
