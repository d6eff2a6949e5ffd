import { day, month } from "../../dates.ts";
import type { Example, ExpectedEffect } from "../../examples/example.ts";
import { fen } from "../../fen.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import { formKind, type RefundInput } from "./input.ts";

const confirmed: RefundInput = { detailsConfirmed: true };

/** May and June 2024: 1,919.00 and, with 36.00 of top-up, 1,955.00. */
const slip = { slip: "YH20260318001", paidOn: "2026-03-18", amount: "3874.00" };

/** From the form to the counter. */
const printed: readonly ExpectedEffect[] = [
  { kind: "benefit.demand" },
  { kind: "document.issue", slot: "form" },
  { kind: "message.send", template: "refund-demanded" },
];

const cleared = (amountFen: bigint): readonly ExpectedEffect[] => [
  ...printed,
  { kind: "slip.record", amountFen: fen(amountFen) },
  { kind: "benefit.clear" },
  {
    kind: "ledger.post",
    slot: "refund",
    lines: [
      { account: { kind: "control", code: "bank" }, amountFen: fen(-amountFen) },
      { account: { kind: "control", code: "benefits-refunded" }, amountFen: fen(amountFen) },
    ],
  },
  { kind: "message.send", template: "refund-cleared" },
];

const printedOn = (iso: string) => (): Partial<PersonFacts> => ({
  issuedPapers: [{ kind: formKind, number: "20260311000000019-11", issuedOn: day(iso) }],
});

const accepted: readonly Example<RefundInput>[] = [
  {
    title: "前一期有两个月园区单位已缴费：打印申请表，凭证交柜面，销账后申领继续",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [slip],
    accepted: [
      {
        kind: "benefit.demand",
        months: [
          { plan: "SY10000006", month: month("2024-05") },
          { plan: "SY10000006", month: month("2024-06") },
        ],
      },
      { kind: "document.issue", slot: "form" },
      { kind: "message.send", values: { amount: "3,874.00" } },
      {
        kind: "slip.record",
        number: "YH20260318001",
        amountFen: fen(387_400),
        paidOn: day("2026-03-18"),
      },
      {
        kind: "benefit.clear",
        months: [
          { plan: "SY10000006", month: month("2024-05") },
          { plan: "SY10000006", month: month("2024-06") },
        ],
        resumes: ["SX0000006"],
      },
      { kind: "ledger.post", slot: "refund" },
      { kind: "message.send", template: "refund-cleared" },
    ],
    shows: ["UBR-3", "UBR-4", "UBR-5", "UBR-8"],
    journey: true,
  },
  {
    title: "申请待遇转出，一个月与区外单位缴费重叠",
    persona: "P6-transfer-out",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, amount: "1,919" }],
    accepted: cleared(191_900n),
    shows: ["UBR-8"],
    journey: true,
  },
  {
    title: "单位报送的劳动合同从领取的月份开始，只退那一个月",
    persona: "P6-contract",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, slip: " yh 2026 0318 001 ", amount: "1919.00" }],
    accepted: cleared(191_900n),
    journey: true,
  },
];

const edges: readonly Example<RefundInput>[] = [
  {
    title: "打印后第七天零点起可以再次打印",
    persona: "P6",
    at: "2026-03-18T00:00:00",
    facts: printedOn("2026-03-11"),
    input: confirmed,
    answers: [slip],
    accepted: cleared(387_400n),
    edge: "notPrintedLately",
  },
  {
    title: "打印后第六天最后一秒再申请：到柜面核算",
    persona: "P6",
    at: "2026-03-17T23:59:59",
    facts: printedOn("2026-03-11"),
    input: confirmed,
    refusedBy: ["notPrintedLately"],
    edge: "notPrintedLately",
  },
  {
    title: "缴款少一分，不能销账",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, amount: "3873.99" }],
    refusedBy: ["amountIsTheForms"],
    edge: "amountIsTheForms",
  },
  {
    title: "缴款与申请表一分不差",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, amount: "3,874" }],
    accepted: cleared(387_400n),
    edge: "amountIsTheForms",
  },
  {
    title: "缴款多一分，不能销账",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, amount: "3874.01" }],
    refusedBy: ["amountIsTheForms"],
    edge: "amountIsTheForms",
  },
  {
    title: "打印当天缴款",
    persona: "P6",
    at: "2026-03-18T23:00:00",
    input: confirmed,
    answers: [slip],
    accepted: cleared(387_400n),
    edge: "paidSinceThePrinting",
  },
  {
    title: "缴款早于打印一天：不是这张申请表的缴款",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, paidOn: "2026-03-17" }],
    refusedBy: ["paidSinceThePrinting"],
    edge: "paidSinceThePrinting",
  },
  {
    title: "缴款日期是明天",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    answers: [{ ...slip, paidOn: "2026-03-19" }],
    refusedBy: ["paidSinceThePrinting"],
    edge: "paidSinceThePrinting",
  },
  {
    title: "打印后第六天想撤回：还不能",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    withdrawnAt: "2026-03-24T23:59:59",
    refusedBy: ["formIsSevenDaysOld"],
    edge: "formIsSevenDaysOld",
  },
  {
    title: "打印后第七天零点起没有退款的可以撤回",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    withdrawnAt: "2026-03-25T00:00:00",
    accepted: printed,
    edge: "formIsSevenDaysOld",
  },
];

const refused: readonly Example<RefundInput>[] = [
  {
    title: "领取的月份没有与就业重叠",
    persona: "P6-nothing-to-refund",
    at: "2026-03-18T10:00:00",
    input: confirmed,
    refusedBy: ["somethingToRefund"],
    shows: ["UBR-1"],
    journey: true,
  },
  {
    title: "有重叠的月份，但没有等待办理的事项",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    facts: () => ({ benefitMatters: [] }),
    input: confirmed,
    refusedBy: ["somethingToRefund"],
  },
  {
    title: "月份已经退支",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    facts: ({ benefitPlans }) => ({
      benefitPlans: benefitPlans.map((plan) => ({
        ...plan,
        months: plan.months.map((each) => ({ ...each, state: "refunded" as const })),
      })),
    }),
    input: confirmed,
    refusedBy: ["somethingToRefund"],
  },
  {
    title: "劳动合同从领取结束后的月份开始：不用退",
    persona: "P6-contract",
    at: "2026-03-18T10:00:00",
    facts: ({ benefitMatters }) => ({
      benefitMatters: benefitMatters.map((each) => ({ ...each, contractFrom: month("2026-03") })),
    }),
    input: confirmed,
    refusedBy: ["somethingToRefund"],
  },
  {
    title: "没有核对明细",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    input: { detailsConfirmed: false },
    refusedBy: ["detailsChecked"],
    shows: ["UBR-2"],
  },
  {
    title: "凭证号已经用过",
    persona: "P6",
    at: "2026-03-18T10:00:00",
    facts: () => ({
      bankSlips: [
        {
          number: "YH20260318001",
          applicationNumber: "20260302000000013",
          paidOn: day("2026-03-02"),
        },
      ],
    }),
    input: confirmed,
    answers: [slip],
    refusedBy: ["slipIsNew"],
  },
];

export const examples: readonly Example<RefundInput>[] = [...accepted, ...edges, ...refused];
