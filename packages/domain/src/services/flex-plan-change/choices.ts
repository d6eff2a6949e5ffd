import { formatYuan } from "../../fen.ts";
import { firstMonthReached } from "../../flex-plans.ts";
import { flexInsuranceNames, tiersInForce } from "../../flexible-packages.ts";
import type { Choice, Situation } from "../../service.ts";
import type { FlexPlanNeeds } from "./quote.ts";

/** The packages on offer in the first month that can still be reached, and the tiers of each. */
export function choices({
  policy,
  today,
}: Situation<FlexPlanNeeds>): Readonly<Record<"packageCode" | "tierCode", readonly Choice[]>> {
  const packs = tiersInForce(firstMonthReached(today, policy), policy);
  return {
    packageCode: packs.map((pack) => ({
      value: pack.code,
      label: pack.name,
      note: pack.insurances.map((insurance) => flexInsuranceNames[insurance]).join("、"),
    })),
    tierCode: packs.flatMap((pack) =>
      pack.tiers.map((tier) => ({
        value: tier.code,
        label: tier.name,
        note: `基数 ${formatYuan(tier.baseFen)} 元，每月 ${formatYuan(tier.totalFen)} 元`,
        when: { field: "packageCode", is: pack.code },
      })),
    ),
  };
}
