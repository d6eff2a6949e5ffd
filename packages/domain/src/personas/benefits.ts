import type { BenefitMatter, BenefitMonth, BenefitPlan } from "../benefits.ts";
import {
  addDays,
  addMonths,
  type Day,
  day,
  firstDayOf,
  lastDayOf,
  type Month,
  month,
  monthOf,
} from "../dates.ts";
import { type Fen, fen, zeroFen } from "../fen.ts";
import { cloneOf, nothingElse, type PersonPersona } from "./persona.ts";
import { enterpriseInsurances, paidByUnit } from "./records.ts";

const insurances = enterpriseInsurances.filter((insurance) => insurance !== "housing");
const BENEFIT = fen(182_400);
const SUBSIDY = fen(4_500);
const OUTPATIENT = fen(5_000);

/** A month as it was drawn, each part of it by itself. */
function drawn(of: Month, topUpFen: Fen = zeroFen): BenefitMonth {
  return {
    month: of,
    state: "drawn",
    benefitFen: BENEFIT,
    subsidyFen: SUBSIDY,
    topUpFen,
    outpatientFen: OUTPATIENT,
    demandedBy: null,
  };
}

const skipped = (of: Month): BenefitMonth => ({
  ...drawn(of),
  state: "skipped",
  benefitFen: zeroFen,
  subsidyFen: zeroFen,
  outpatientFen: zeroFen,
});

/** Six months two years ago, in the last two of which she worked already. */
function earlierPlan(personalNumber: string, thisMonth: Month): BenefitPlan {
  const at = (months: number) => addMonths(thisMonth, months);
  return {
    number: `SY1${personalNumber.slice(1)}`,
    grantedMonths: 12,
    endedOn: lastDayOf(at(-21)),
    months: [
      drawn(at(-26)),
      drawn(at(-25)),
      drawn(at(-24)),
      drawn(at(-23)),
      drawn(at(-22)),
      drawn(at(-21), fen(3_600)),
    ],
  };
}

/** Running since half a year; in one month of it she didn't register. */
function runningPlan(personalNumber: string, thisMonth: Month): BenefitPlan {
  const at = (months: number) => addMonths(thisMonth, months);
  return {
    number: `SY2${personalNumber.slice(1)}`,
    grantedMonths: 18,
    endedOn: null,
    months: [
      drawn(at(-6)),
      drawn(at(-5)),
      drawn(at(-4)),
      skipped(at(-3)),
      drawn(at(-2)),
      drawn(at(-1)),
    ],
  };
}

function matter(
  personalNumber: string,
  today: Day,
  kind: BenefitMatter["kind"],
  party: string | null = null,
  contractFrom: Month | null = null,
): BenefitMatter {
  const number = `SX${personalNumber.slice(1)}`;
  return { number, kind, since: addDays(today, -5), party, contractFrom, resumedOn: null };
}

/** P6: draws the benefit; two months of an earlier period overlap with work in the park. */
export const p6: PersonPersona = {
  kind: "person",
  shows: "正在领取失业金，前一期有两个月与就业重叠、本期跳月一个月：失业金退支",
  facts: (today) => {
    const thisMonth = monthOf(today);
    const lastWorked = addMonths(thisMonth, -7);
    const worked = (from: Month, to: Month) =>
      paidByUnit({
        payer: "测试科技",
        from,
        to,
        baseFen: () => fen(700_000),
        insurances,
        housingEach: "0",
      });
    return {
      ...nothingElse,
      participant: {
        personalNumber: "P0000006",
        name: "测失一",
        identityNumber: "32059919830228998X",
        sex: "female",
        birthDate: day("1983-02-28"),
        scheme: "enterprise-a",
        status: "left",
        statusSince: addMonths(lastWorked, 1),
        unit: null,
        household: { region: "320571", kind: "urban", address: "苏州工业园区苏虹路 60 号" },
        mobile: "13800000006",
        womenRetireAt: 50,
      },
      contributions: [
        ...worked(month("2016-01"), addMonths(thisMonth, -27)),
        ...worked(addMonths(thisMonth, -22), lastWorked),
      ],
      payoutAccounts: {
        citizenCard: { bank: "苏州银行", maskedNumber: "6228 **** **** 0067", verified: true },
        boundCard: null,
      },
      separation: {
        employer: "测试科技",
        leftOn: lastDayOf(lastWorked),
        reason: "contract-ended",
        registeredOn: addDays(firstDayOf(addMonths(thisMonth, -6)), 4),
      },
      benefitPlans: [earlierPlan("P0000006", thisMonth), runningPlan("P0000006", thisMonth)],
      benefitMatters: [matter("P0000006", today, "benefit-application")],
    };
  },
};

/** P6 who moves her benefit to Shanghai, where a unit paid for a month that she drew. */
export const p6Transfer = cloneOf(
  p6,
  "P0000161",
  "测失二",
  "320599198302289904",
  "申请失业保险待遇转出，一个月与区外单位缴费重叠：失业金退支",
  (_facts, today) => {
    const overlapped = addMonths(monthOf(today), -1);
    return {
      benefitPlans: [runningPlan("P0000161", monthOf(today))],
      benefitMatters: [matter("P0000161", today, "transfer-out", "上海市社会保险事业管理中心")],
      unemploymentElsewhere: [
        {
          number: "SH0000161",
          agency: "上海市社会保险事业管理中心",
          region: "310000",
          kind: "relation",
          from: overlapped,
          to: overlapped,
          months: 1,
          transferredOn: null,
        },
      ],
    };
  },
);

/** P6 whose new unit reports a contract that began while she drew the benefit. */
export const p6Contract = cloneOf(
  p6,
  "P0000162",
  "测失三",
  "320599198302289920",
  "单位报送的劳动合同从领取月份开始：失业金退支",
  (_facts, today) => {
    const began = addMonths(monthOf(today), -2);
    return {
      benefitPlans: [runningPlan("P0000162", monthOf(today))],
      benefitMatters: [matter("P0000162", today, "contract-report", "测试公租房", began)],
    };
  },
);

/** P6 for whom nothing waits: what she drew, she drew by right. */
export const p6NothingToRefund = cloneOf(
  p6,
  "P0000163",
  "测失四",
  "320599198302289947",
  "领取月份没有与就业重叠：失业金退支被拒",
  (_facts, today) => ({
    benefitPlans: [runningPlan("P0000163", monthOf(today))],
    benefitMatters: [matter("P0000163", today, "benefit-application")],
  }),
);
