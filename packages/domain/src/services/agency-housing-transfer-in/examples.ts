import { day, month } from "../../dates.ts";
import type { Example, ExpectedEffect } from "../../examples/example.ts";
import { fen } from "../../fen.ts";
import { housingAccountRef } from "../../housing-accounts.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import type { AgencyTransferInput } from "./input.ts";

const nanjing: AgencyTransferInput = { accountNumber: "NJ0000003" };
const sheet = { sheet: "52,318.46", received: "52318.46", receivedOn: "2026-03-18", months: "58" };

const posted: readonly ExpectedEffect[] = [
  { kind: "document.issue", slot: "letter" },
  { kind: "message.send", template: "transfer-asked" },
  {
    kind: "transfer.receive",
    accountNumber: "NJ0000003",
    amountFen: fen(5_231_846),
    months: 58,
    receivedOn: day("2026-03-18"),
  },
  {
    kind: "ledger.post",
    slot: "received",
    lines: [
      { account: { kind: "control", code: "bank" }, amountFen: fen(-5_231_846) },
      { account: { kind: "control", code: "transfers-received" }, amountFen: fen(5_231_846) },
    ],
  },
  { kind: "message.send", template: "transfer-received" },
  {
    kind: "ledger.post",
    slot: "transfer",
    lines: [
      { account: { kind: "control", code: "transfers-received" }, amountFen: fen(-5_231_846) },
      { account: housingAccountRef("8050000003"), amountFen: fen(5_231_846) },
    ],
  },
  { kind: "transfer.credit", on: day("2026-03-18") },
  { kind: "message.send", template: "transfer-posted" },
];

const without =
  (...months: readonly string[]) =>
  ({ contributions }: PersonFacts): Partial<PersonFacts> => ({
    contributions: contributions.filter(
      ({ insurance, month: paid }) => insurance !== "housing" || !months.includes(paid.toString()),
    ),
  });

const accepted: readonly Example<AgencyTransferInput>[] = [
  {
    title: "南京的公积金转入：联系函、信息表和资金、审核入账",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [sheet],
    accepted: posted,
    shows: ["AHI-1", "AHI-2", "AHI-3"],
    journey: true,
  },
  {
    title: "到账日期是今天，信息表和到账一分不差",
    persona: "P3",
    at: "2026-03-18T23:59:59",
    input: nanjing,
    answers: [sheet],
    accepted: posted,
    edge: "moneyHasArrived",
  },
  {
    title: "信息表和到账一分不差",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [{ ...sheet, received: "52,318.46" }],
    accepted: posted,
    edge: "sheetMatchesMoney",
  },
  {
    title: "正好最近6个月连续缴存，更早的一个月没有缴",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    facts: without("2025-08"),
    input: nanjing,
    answers: [sheet],
    accepted: posted,
    edge: "paidSteadily",
  },
];

const refused: readonly Example<AgencyTransferInput>[] = [
  {
    title: "最近6个月里最早的一个月没有缴",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    facts: without("2025-09"),
    input: nanjing,
    refusedBy: ["paidSteadily"],
    edge: "paidSteadily",
  },
  {
    title: "三个月以前漏缴一个月",
    persona: "P3-gap",
    at: "2026-03-18T10:00:00",
    input: { accountNumber: "NJ0000164" },
    refusedBy: ["paidSteadily"],
    journey: true,
  },
  {
    title: "已离开单位、只缴过4个月：原因一次说清",
    persona: "P10",
    at: "2026-03-18T10:00:00",
    input: { accountNumber: "SH0000010" },
    refusedBy: ["isAgencyParticipant", "accountIsOpen", "paidSteadily"],
    journey: true,
  },
  {
    title: "企业参保",
    persona: "P2",
    at: "2026-03-18T10:00:00",
    facts: () => ({
      housingFundsElsewhere: [
        {
          centre: "南京住房公积金管理中心",
          accountNumber: "NJ0000003",
          employer: "南京测试机关",
          inGreaterSuzhou: false,
          from: month("2011-03"),
          to: month("2015-12"),
          transferredOn: null,
        },
      ],
    }),
    input: nanjing,
    refusedBy: ["isAgencyParticipant"],
  },
  {
    title: "没有园区公积金账户",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    facts: () => ({ housingAccount: null }),
    input: nanjing,
    refusedBy: ["accountIsOpen"],
  },
  {
    title: "大市外没有账户",
    persona: "P3-equal-principal",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    refusedBy: ["hasFundElsewhere"],
  },
  {
    title: "那里的账户已经转入",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    facts: ({ housingFundsElsewhere }) => ({
      housingFundsElsewhere: housingFundsElsewhere.map((fund) => ({
        ...fund,
        transferredOn: day("2026-01-09"),
      })),
    }),
    input: nanjing,
    refusedBy: ["hasFundElsewhere"],
  },
  {
    title: "选了不在列出的账户里的账号",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: { accountNumber: "NJ9999999" },
    refusedBy: ["accountIsKnown"],
  },
  {
    title: "到账比信息表少一分：不能入账",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [{ ...sheet, received: "52318.45" }],
    refusedBy: ["sheetMatchesMoney"],
    edge: "sheetMatchesMoney",
  },
  {
    title: "到账比信息表多一分：不能入账",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [{ ...sheet, received: "52318.47" }],
    refusedBy: ["sheetMatchesMoney"],
    edge: "sheetMatchesMoney",
  },
  {
    title: "两边都是零：没有资金",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [{ ...sheet, sheet: "0", received: "0" }],
    refusedBy: ["sheetMatchesMoney"],
  },
  {
    title: "到账日期是明天",
    persona: "P3",
    at: "2026-03-18T10:00:00",
    input: nanjing,
    answers: [{ ...sheet, receivedOn: "2026-03-19" }],
    refusedBy: ["moneyHasArrived"],
    edge: "moneyHasArrived",
  },
];

export const examples: readonly Example<AgencyTransferInput>[] = [...accepted, ...refused];
