import { day } from "../../dates.ts";
import type { QueryExample } from "../../examples/example.ts";
import { fen } from "../../fen.ts";

const at = "2026-03-18T10:00:00";
const client = { name: "贷款银行客户端" };

export const examples: readonly QueryExample[] = [
  {
    // 3.1 % until 2024, 2.85 % in 2025, 2.6 % since 2026; 30 of 240 instalments paid.
    title: "主借款人看基本信息：组合贷款，商贷部分另查",
    persona: "P3",
    at,
    view: "basics",
    shown: {
      loan: {
        number: "GD0000003",
        kindName: "组合贷款",
        methodName: "等额本息",
        principalFen: fen(60_000_000),
        rate: "0.026",
        paidInstalments: 30,
        overdueInstalments: 0,
        repaidFen: fen(5_704_445),
        owedFen: fen(54_295_555),
        next: { no: 31, dueOn: day("2026-04-18"), paymentFen: fen(322_060) },
        lastDueOn: day("2043-09-18"),
        commercialPart: client,
      },
    },
    shows: ["HLQ-2", "HLQ-3"],
    journey: true,
  },
  {
    title: "等额本息还款计划：本金合计等于贷款金额",
    persona: "P3",
    at,
    view: "repayment-plan",
    shown: {
      plan: {
        rates: [
          { from: day("2023-09-18"), rate: "0.031" },
          { from: day("2025-01-01"), rate: "0.0285" },
          { from: day("2026-01-01"), rate: "0.026" },
        ],
        totals: {
          principalFen: fen(60_000_000),
          interestFen: fen(17_587_756),
          paymentFen: fen(77_587_756),
        },
        commercialPart: client,
      },
    },
    shows: ["HLQ-2", "HLQ-4"],
    journey: true,
  },
  {
    title: "还款记录：已还30期的本金和利息",
    persona: "P3",
    at,
    view: "repayment-record",
    shown: {
      record: {
        totals: {
          principalFen: fen(5_704_445),
          interestFen: fen(4_242_517),
          paidFen: fen(9_946_962),
        },
        owedFen: fen(54_295_555),
      },
    },
    shows: ["HLQ-2"],
    journey: true,
  },
  {
    title: "五年期以内按五年期利率，公积金贷款没有商贷部分",
    persona: "P3-equal-principal",
    at,
    view: "repayment-plan",
    shown: {
      plan: {
        methodName: "等额本金",
        rates: [
          { from: day("2024-01-18"), rate: "0.026" },
          { from: day("2025-01-01"), rate: "0.0235" },
          { from: day("2026-01-01"), rate: "0.021" },
        ],
        totals: {
          principalFen: fen(20_000_000),
          interestFen: fen(1_190_475),
          paymentFen: fen(21_190_475),
        },
        commercialPart: null,
      },
    },
    shows: ["HLQ-4"],
  },
  {
    title: "有一期逾期未还",
    persona: "P3",
    at,
    facts: ({ housingLoan }) => ({
      housingLoan: housingLoan && {
        ...housingLoan,
        repayments: housingLoan.repayments.map((repayment) =>
          repayment.no === 29 ? { ...repayment, paidOn: null } : repayment,
        ),
      },
    }),
    view: "basics",
    shown: { loan: { paidInstalments: 29, overdueInstalments: 1, owedFen: fen(54_499_092) } },
  },
  {
    title: "贷款已经结清",
    persona: "P3",
    at,
    facts: ({ housingLoan }) => ({
      housingLoan: housingLoan && { ...housingLoan, settledOn: day("2026-03-01") },
    }),
    view: "basics",
    shown: { loan: { owedFen: fen(0), next: null, overdueInstalments: 0 } },
  },
  {
    title: "没有贷款：显示为空，不是拒绝",
    persona: "P1",
    at,
    view: "basics",
    shown: { loan: null },
    shows: ["HLQ-4"],
    journey: true,
  },
  {
    title: "没有贷款：还款计划为空",
    persona: "P1",
    at,
    view: "repayment-plan",
    shown: { plan: null },
  },
  {
    title: "没有贷款：还款记录为空",
    persona: "P1",
    at,
    view: "repayment-record",
    shown: { record: null },
  },
  {
    title: "共同借款人",
    persona: "P2",
    at,
    refusedBy: ["isMainBorrower"],
    shows: ["HLQ-1"],
    journey: true,
  },
];
