import { addMonths, isMonthBefore, type Month, monthOf, monthsFromTo } from "../../dates.ts";
import { type Fen, formatRate, formatYuan, zeroFen } from "../../fen.ts";
import { money, monthFigure, text } from "../../figures.ts";
import { firstMonthReached, planName, planOf } from "../../flex-plans.ts";
import { flexInsuranceNames, tierAmount } from "../../flexible-packages.ts";
import type { PolicyReader } from "../../policy.ts";
import type { Quote, Request } from "../../service.ts";

/** The plan that shall be in force from the first month which can still be reached. */
export interface FlexPlanChangeInput {
  readonly packageCode: string;
  readonly tierCode: string;
}

export type FlexPlanNeeds = "participant" | "flexPlans";

const MONTHS_SHOWN = 12;

/** What will be paid, insurance by insurance, and twelve months before and after (XPL-3, XPL-4). */
export function quote(asked: Request<FlexPlanNeeds, FlexPlanChangeInput>): Quote {
  const { facts, input, policy, today } = asked;
  const month = firstMonthReached(today, policy);
  const amount = tierAmount(input.packageCode, input.tierCode, month, policy);
  const before = planOf(facts.flexPlans, month);
  const first = monthOf(today);
  return {
    figures: [
      ...(before ? [text("现在的方案", planName(before, month, policy))] : []),
      text("新的方案", planName(input, month, policy)),
      monthFigure("生效月份", month),
      money("现在每月应缴", payable(before, month, policy)),
    ],
    lines: (amount?.lines ?? []).map((line) => ({
      label: flexInsuranceNames[line.insurance],
      working: `${formatYuan(line.baseFen)} 元 × ${formatRate(line.rate)}`,
      amountFen: line.amountFen,
    })),
    total: amount && { label: "新方案每月应缴", amountFen: amount.totalFen },
    months: monthsFromTo(first, addMonths(first, MONTHS_SHOWN - 1)).map((each) => {
      const old = planOf(facts.flexPlans, each);
      return {
        month: each,
        beforeFen: payable(old, each, policy),
        afterFen: payable(isMonthBefore(each, month) ? old : input, each, policy),
      };
    }),
  };
}

/** Payable in a month by the values of that month; zero where the plan isn't on offer. */
function payable(plan: FlexPlanChangeInput | null, month: Month, policy: PolicyReader): Fen {
  if (plan === null) return zeroFen;
  return tierAmount(plan.packageCode, plan.tierCode, month, policy)?.totalFen ?? zeroFen;
}
