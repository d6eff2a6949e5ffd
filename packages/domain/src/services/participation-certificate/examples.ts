import { day, month } from "../../dates.ts";
import type { Example, ExpectedEffect, QueryExample } from "../../examples/example.ts";
import { fen } from "../../fen.ts";
import type { CertificateInput } from "./input.ts";

const at = "2026-03-18T10:00:00";

const certificate: CertificateInput = { paper: "certificate", range: null, insurances: [] };
const lastTwelve: CertificateInput = { paper: "detail", range: null, insurances: [] };
const detailOf = (from: string, to: string): CertificateInput => ({
  paper: "detail",
  range: { from: month(from), to: month(to) },
  insurances: [],
});

const issued: readonly ExpectedEffect[] = [
  { kind: "document.issue", slot: "paper" },
  { kind: "message.send", template: "certificate-issued" },
];

export const examples: readonly (Example<CertificateInput> | QueryExample)[] = [
  {
    title: "灵活就业人员出具参保证明",
    persona: "P1",
    at,
    input: certificate,
    accepted: issued,
    shows: ["PCT-2", "PCT-4"],
    journey: true,
  },
  {
    title: "机关参保人员出具最近12个月的缴费明细",
    persona: "P3",
    at,
    input: lastTwelve,
    accepted: issued,
    shows: ["PCT-2", "PCT-5"],
    journey: true,
  },
  {
    title: "十年以上的缴费明细",
    persona: "P3",
    at,
    input: detailOf("2016-01", "2026-02"),
    accepted: issued,
    shows: ["PCT-5"],
    journey: true,
  },
  {
    title: "只出具住房公积金明细",
    persona: "P12",
    at,
    input: { ...detailOf("2024-01", "2025-06"), insurances: ["housing"] },
    accepted: issued,
  },
  {
    title: "已离职停保的人出具参保证明",
    persona: "P12",
    at,
    input: certificate,
    accepted: issued,
  },
  {
    title: "刚参保、首月还没有缴费，也能出具参保证明",
    persona: "P1",
    at,
    facts: () => ({ contributions: [] }),
    input: certificate,
    accepted: issued,
  },
  {
    title: "截止月份是本月",
    persona: "P3",
    at,
    input: detailOf("2026-01", "2026-03"),
    accepted: issued,
    edge: "rangeInOrder",
  },
  {
    title: "截止月份还没有到",
    persona: "P3",
    at,
    input: detailOf("2026-01", "2026-04"),
    refusedBy: ["rangeInOrder"],
    edge: "rangeInOrder",
  },
  {
    title: "起始月份晚于截止月份",
    persona: "P3",
    at,
    input: detailOf("2026-02", "2026-01"),
    refusedBy: ["rangeInOrder"],
  },
  {
    title: "所选月份没有缴费：不出具空白明细",
    persona: "P12",
    at,
    input: detailOf("2025-08", "2026-02"),
    refusedBy: ["somethingPaidInRange"],
    shows: ["PCT-3"],
    journey: true,
  },
  {
    title: "所选险种没有缴费",
    persona: "P3",
    at,
    input: { ...lastTwelve, insurances: ["unemployment"] },
    refusedBy: ["somethingPaidInRange"],
  },
  {
    title: "选参保证明时不看月份",
    persona: "P12",
    at,
    input: { ...detailOf("2026-04", "2026-03"), paper: "certificate" },
    accepted: issued,
  },
  {
    title: "从来没有在园区缴过费",
    persona: "P12",
    at,
    facts: () => ({ contributions: [] }),
    input: certificate,
    refusedBy: ["isParticipantHere"],
    shows: ["PCT-1"],
  },
  {
    // 12,000.00 at 8 + 16, 2 + 7, 0 + 0.4 and 12 + 12 per cent.
    title: "账户查询：状态、单位、最近一次缴费、住房公积金",
    persona: "P3",
    at,
    view: "account",
    shown: {
      person: {
        schemeName: "机关事业单位参保",
        statusName: "正常缴费",
        unitName: "测试机关",
        maskedIdentityNumber: "3205**********9961",
      },
      latest: {
        month: month("2026-03"),
        rows: [
          { insuranceName: "养老保险", personalFen: fen(96_000), unitFen: fen(192_000) },
          { insuranceName: "医疗保险", personalFen: fen(24_000), unitFen: fen(84_000) },
          { insuranceName: "工伤保险", personalFen: fen(0), unitFen: fen(4_800) },
          { insuranceName: "住房公积金", personalFen: fen(144_000), unitFen: fen(144_000) },
        ],
        totalFen: fen(688_800),
      },
      housing: { number: "8050000003", statusName: "正常缴存", sealedOn: null },
      legacy: null,
    },
    shows: ["PCT-6"],
    journey: true,
  },
  {
    title: "账户查询：封存账户和原公积金账户",
    persona: "P12-retirement-age",
    at,
    view: "account",
    shown: {
      housing: { statusName: "封存", sealedOn: day("2026-02-18"), balanceFen: fen(4_382_321) },
      legacy: { number: "7050000107", balanceFen: fen(1_208_355) },
    },
    shows: ["PCT-6"],
  },
  {
    title: "账户查询：没有住房公积金账户，也没有缴费",
    persona: "P1",
    at,
    facts: () => ({ contributions: [] }),
    view: "account",
    shown: { latest: null, totals: [], housing: null, legacy: null },
  },
];
