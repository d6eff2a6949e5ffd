import {
  addMonths,
  type Day,
  day,
  isBefore,
  type Month,
  month,
  monthOf,
  monthsFromTo,
} from "../dates.ts";
import type { Contribution, FlexPlan } from "../facts.ts";
import { zeroFen } from "../fen.ts";
import { planOf } from "../flex-plans.ts";
import { firstDebitDay, tierAmount } from "../flexible-packages.ts";
import { startingPolicy } from "../policy-values.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";

const STARTED = month("2023-03");

/** P1: pays for herself, to last month, and this month once its debit day has come. */
export const p1: PersonPersona = {
  kind: "person",
  shows: "灵活就业，正常缴费：变更档次、参保证明",
  facts: (today) => {
    const plans: readonly FlexPlan[] = [
      {
        effectiveMonth: STARTED,
        packageCode: "pension-medical",
        tierCode: "t2",
        applicationNumber: null,
        voucherNumber: null,
      },
    ];
    return {
      ...nothingElse,
      participant: {
        personalNumber: "P0000001",
        name: "测灵一",
        identityNumber: "320599198003159915",
        sex: "male",
        birthDate: day("1980-03-15"),
        scheme: "flexible",
        status: "normal",
        statusSince: STARTED,
        unit: null,
        household: { region: "320571", kind: "urban", address: "苏州工业园区星海街 1 号" },
        mobile: "13800000001",
        womenRetireAt: 50,
      },
      flexPlans: plans,
      contributions: paidBySelf(plans, STARTED, lastPaidMonth(today)),
      payoutAccounts: {
        citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0014", verified: true },
        boundCard: null,
      },
    };
  },
};

/** P1 who stopped paying three months ago. */
export const p1Suspended = cloneOf(
  p1,
  "P0000101",
  "测灵二",
  "320599198104159914",
  "灵活就业，已暂停缴费：变更档次被拒",
  (facts, today) => {
    const stopped = addMonths(monthOf(today), -3);
    return {
      participant: {
        ...facts.participant,
        birthDate: day("1981-04-15"),
        status: "suspended",
        statusSince: stopped,
      },
      contributions: facts.contributions.filter((c) =>
        isBefore(firstDay(c.month), firstDay(stopped)),
      ),
    };
  },
);

/** Debited through last month, and this month from its first debit day on. */
function lastPaidMonth(today: Day): Month {
  const thisMonth = monthOf(today);
  const debited = !isBefore(today, firstDebitDay(thisMonth, startingPolicy()));
  return debited ? thisMonth : addMonths(thisMonth, -1);
}

function paidBySelf(plans: readonly FlexPlan[], from: Month, to: Month): readonly Contribution[] {
  const policy = startingPolicy();
  return monthsFromTo(from, to).flatMap((each) => {
    const plan = planOf(plans, each);
    const amount = plan && tierAmount(plan.packageCode, plan.tierCode, each, policy);
    return (amount?.lines ?? []).map((line) => ({
      month: each,
      insurance: line.insurance,
      baseFen: line.baseFen,
      personalFen: line.amountFen,
      unitFen: zeroFen,
      payer: "本人（灵活就业）",
    }));
  });
}

function firstDay(of: Month): Day {
  return of.toPlainDate({ day: 1 });
}
