import { formatMonth, isMonthAfter, monthOf } from "../../dates.ts";
import { type Figure, money, text } from "../../figures.ts";
import { planName, planOf } from "../../flex-plans.ts";
import { tierAmount } from "../../flexible-packages.ts";
import { participantOnRecord } from "../../participant-words.ts";
import type { Situation } from "../../service.ts";
import type { FlexPlanNeeds } from "./quote.ts";

/** Who it is, what is paid this month, and what is already settled for a later one. */
export function onRecord({ facts, policy, today }: Situation<FlexPlanNeeds>): readonly Figure[] {
  const thisMonth = monthOf(today);
  const plan = planOf(facts.flexPlans, thisMonth);
  const amount = plan && tierAmount(plan.packageCode, plan.tierCode, thisMonth, policy);
  const later = facts.flexPlans.filter(({ effectiveMonth }) =>
    isMonthAfter(effectiveMonth, thisMonth),
  );
  return [
    ...participantOnRecord(facts.participant),
    text("现在的方案", plan ? planName(plan, thisMonth, policy) : "没有登记"),
    ...(amount ? [money("本月应缴", amount.totalFen)] : []),
    ...later.map((each) =>
      text(`${formatMonth(each.effectiveMonth)}起`, planName(each, each.effectiveMonth, policy)),
    ),
  ];
}
