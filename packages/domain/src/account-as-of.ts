import { type InsuranceTotal, paidIn, totalsOf } from "./contributions.ts";
import {
  compareMonths,
  type Day,
  firstDayOf,
  formatDay,
  formatMonth,
  isAfter,
  isMonthAfter,
  isMonthBefore,
  isOnOrAfter,
  isSameDay,
  isSameMonth,
  type Month,
  monthOf,
} from "./dates.ts";
import type { Contribution, FlexPlan, HousingAccount, Participant } from "./facts.ts";
import type { Fen } from "./fen.ts";
import { planName, planOf } from "./flex-plans.ts";
import { accountKindNames, accountStatusNames } from "./housing-accounts.ts";
import { schemeNames, statusNames } from "./participant-words.ts";
import type { PolicyReader } from "./policy.ts";

/** An employment as it is on record; without a last month it lasts. */
export interface EmploymentSpan {
  readonly unitName: string;
  readonly from: Month;
  readonly to: Month | null;
}

/** An account with the days of its states, and what its entries up to the day asked for sum to. */
export interface DatedAccount {
  readonly number: string;
  readonly kind: HousingAccount["kind"];
  readonly openedOn: Day;
  readonly sealedOn: Day | null;
  readonly closedOn: Day | null;
  readonly balanceFen: Fen;
  /** Day of its first entry; null where it has none. */
  readonly firstEntryOn: Day | null;
}

/** What is on record today, each with the days or months to which it belongs. */
export interface AccountRecord {
  readonly participant: Participant;
  readonly employments: readonly EmploymentSpan[];
  readonly contributions: readonly Contribution[];
  readonly flexPlans: readonly FlexPlan[];
  readonly accounts: readonly DatedAccount[];
  readonly hasLegacyAccount: boolean;
}

/** An account as it stood on a day (XPL-6). What isn't on record for that day is null and named. */
export interface AccountAsOf {
  readonly person: {
    readonly name: string;
    readonly personalNumber: string;
    readonly statusName: string | null;
    readonly statusSince: Month | null;
    readonly schemeName: string | null;
    readonly unitName: string | null;
  };
  readonly plan: { readonly name: string; readonly since: Month } | null;
  readonly latest: { readonly month: Month; readonly rows: readonly Contribution[] } | null;
  readonly totals: readonly InsuranceTotal[];
  readonly accounts: readonly {
    readonly number: string;
    readonly kindName: string;
    readonly statusName: string;
    readonly statusSince: Day;
    readonly balanceFen: Fen | null;
  }[];
  readonly unknown: readonly Unknown[];
}

/** Something that the record can't tell for a day, in words. */
export interface Unknown {
  readonly what: string;
  readonly why: string;
}

/**
 * Puts the record back to how it stood at the end of a day, from what is dated in it; nothing is
 * guessed for what is not. `day` isn't later than `today`.
 */
export function accountAsOf(
  record: AccountRecord,
  day: Day,
  today: Day,
  policy: PolicyReader,
): AccountAsOf {
  const month = monthOf(day);
  const contributions = record.contributions.filter((paid) => !isMonthAfter(paid.month, month));
  const latest = latestOf(contributions);
  const { participant } = record;
  const isStatusKnown = !isMonthBefore(month, participant.statusSince);
  return {
    person: {
      name: participant.name,
      personalNumber: participant.personalNumber,
      statusName: isStatusKnown ? statusNames[participant.status] : null,
      statusSince: isStatusKnown ? participant.statusSince : null,
      schemeName: isStatusKnown ? schemeNames[participant.scheme] : null,
      unitName: unitOf(record, contributions, month),
    },
    plan: planInForce(record.flexPlans, month, policy),
    latest,
    totals: totalsOf(contributions),
    accounts: record.accounts
      .filter(({ openedOn }) => isOnOrAfter(day, openedOn))
      .map(standingOn(day)),
    unknown: unknownOf(record, day, today),
  };
}

function latestOf(contributions: readonly Contribution[]): AccountAsOf["latest"] {
  const month = contributions
    .map((paid) => paid.month)
    .toSorted(compareMonths)
    .at(-1);
  return month ? { month, rows: paidIn(contributions, { from: month, to: month }) } : null;
}

/** By the employment of the month, else by who paid for it. */
function unitOf(
  { employments }: AccountRecord,
  contributions: readonly Contribution[],
  month: Month,
): string | null {
  const employed = employments.find(
    ({ from, to }) => !isMonthAfter(from, month) && !(to && isMonthBefore(to, month)),
  );
  const payer = contributions.find((paid) => isSameMonth(paid.month, month))?.payer;
  return employed?.unitName ?? payer ?? null;
}

function planInForce(plans: readonly FlexPlan[], month: Month, policy: PolicyReader) {
  const plan = planOf(plans, month);
  if (!plan) return null;
  const isNamed = namesOfPlans.every((key) => policy.findEntry(key, firstDayOf(month)) !== null);
  const name = isNamed ? planName(plan, month, policy) : "当月的套餐名称没有登记";
  return { name, since: plan.effectiveMonth };
}

/** What has to be in force for a package and its tiers to have names. */
const namesOfPlans = [
  "flex.packages",
  "base.limits",
  "rates.pension",
  "rates.medical",
  "rates.housing",
] as const;

const standingOn =
  (day: Day) =>
  (account: DatedAccount): AccountAsOf["accounts"][number] => {
    const { number, kind, openedOn, sealedOn, closedOn, balanceFen, firstEntryOn } = account;
    const state =
      closedOn && isOnOrAfter(day, closedOn)
        ? ({ status: "closed", since: closedOn } as const)
        : sealedOn && isOnOrAfter(day, sealedOn)
          ? ({ status: "sealed", since: sealedOn } as const)
          : ({ status: "normal", since: openedOn } as const);
    return {
      number,
      kindName: accountKindNames[kind],
      statusName: accountStatusNames[state.status],
      statusSince: state.since,
      balanceFen: firstEntryOn && isOnOrAfter(day, firstEntryOn) ? balanceFen : null,
    };
  };

function unknownOf(record: AccountRecord, day: Day, today: Day): readonly Unknown[] {
  if (isSameDay(day, today)) return [];
  const { participant, accounts, hasLegacyAccount, contributions } = record;
  const { statusSince } = participant;
  const found: Unknown[] = [];
  if (isMonthBefore(monthOf(day), statusSince)) {
    found.push({
      what: "参保状态和参保身份",
      why: `现在记录的状态自${formatMonth(statusSince)}起，更早的状态没有逐日保存；可以看当月有没有缴费。`,
    });
  }
  for (const { number, openedOn, firstEntryOn } of accounts) {
    if (isAfter(openedOn, day) || (firstEntryOn && isOnOrAfter(day, firstEntryOn))) continue;
    found.push({
      what: `公积金账户 ${number} 的余额`,
      why: firstEntryOn
        ? `逐笔账目从${formatDay(firstEntryOn)}开始，以前的余额要到柜面查老账。`
        : "这个账户还没有账目。",
    });
  }
  if (hasLegacyAccount) {
    found.push({ what: "原公积金账户的余额", why: "只保存了现在的余额，没有过去各日的余额。" });
  }
  if (contributions.length > 0) {
    found.push({
      what: "缴费当天是否已经到账",
      why: "缴费按所属月份记录，不记到账日期；当月的缴费在那一天可能还没有到账。",
    });
  }
  return found;
}
