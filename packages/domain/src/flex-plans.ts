import type { Day } from "./dates.ts";
import { addMonths, isBefore, isMonthAfter, isSameMonth, type Month, monthOf } from "./dates.ts";
import type { FlexPlan } from "./facts.ts";
import { firstDebitDay, type PackageInForce, tiersInForce } from "./flexible-packages.ts";
import type { PolicyReader } from "./policy.ts";

/** The plan in force in a month: the latest that has begun. Null before the first registration. */
export function planOf(plans: readonly FlexPlan[], month: Month): FlexPlan | null {
  const begun = plans.filter((plan) => !isMonthAfter(plan.effectiveMonth, month));
  return begun.reduce<FlexPlan | null>(
    (latest, plan) =>
      latest === null || isMonthAfter(plan.effectiveMonth, latest.effectiveMonth) ? plan : latest,
    null,
  );
}

/** The plan that an application brought for exactly this month, which a new one would replace. */
export function planFor(plans: readonly FlexPlan[], month: Month): FlexPlan | null {
  return (
    plans.find(
      (plan) => plan.applicationNumber !== null && isSameMonth(plan.effectiveMonth, month),
    ) ?? null
  );
}

/** First month that a change made today reaches: this one before its debit day, else the next. */
export function firstMonthReached(today: Day, policy: PolicyReader): Month {
  const month = monthOf(today);
  return isBefore(today, firstDebitDay(month, policy)) ? month : addMonths(month, 1);
}

/** Package and tier as they are called in a month, for sentences and papers. */
export function planName(
  plan: { packageCode: string; tierCode: string },
  month: Month,
  policy: PolicyReader,
): string {
  const pack = packageInForce(plan.packageCode, month, policy);
  const tier = pack?.tiers.find(({ code }) => code === plan.tierCode);
  return `${pack?.name ?? plan.packageCode}（${tier?.name ?? plan.tierCode}）`;
}

export function packageInForce(
  code: string,
  month: Month,
  policy: PolicyReader,
): PackageInForce | null {
  return tiersInForce(month, policy).find((pack) => pack.code === code) ?? null;
}
