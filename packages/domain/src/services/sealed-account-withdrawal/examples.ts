import { day } from "../../dates.ts";
import type { EffectOf } from "../../effects.ts";
import type { Example, ExpectedEffect } from "../../examples/example.ts";
import { fen } from "../../fen.ts";
import { housingAccountRef } from "../../housing-accounts.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import { asRegistered, withAccount } from "./example-facts.ts";
import type { SealedWithdrawalInput } from "./input.ts";
import { refusedExamples } from "./refused-examples.ts";

const interest = (accountNumber: string, interestFen: bigint): ExpectedEffect => ({
  kind: "ledger.post",
  slot: "interest",
  lines: [
    { account: { kind: "control", code: "interest-expense" }, amountFen: fen(-interestFen) },
    { account: housingAccountRef(accountNumber), amountFen: fen(interestFen) },
  ],
});

/** From the posting of the withdrawal to the closing of the account. */
const paidOut = (
  accountNumber: string,
  totalFen: bigint,
  payee: EffectOf<"payment.order">["payee"] = "citizen-card",
): readonly ExpectedEffect[] => [
  {
    kind: "ledger.post",
    slot: "withdrawal",
    lines: [
      { account: housingAccountRef(accountNumber), amountFen: fen(-totalFen) },
      { account: { kind: "control", code: "payments-in-transit" }, amountFen: fen(totalFen) },
    ],
  },
  {
    kind: "payment.order",
    payee,
    amountFen: fen(totalFen),
    from: housingAccountRef(accountNumber),
  },
  { kind: "document.issue", slot: "report" },
  { kind: "message.send", template: "withdrawal-approved" },
  { kind: "account.close", accountNumber },
  { kind: "message.send", template: "withdrawal-paid" },
];

const marked = (accountNumber: string, upTo: string): ExpectedEffect => ({
  kind: "interest.mark",
  accountNumber,
  upTo: day(upTo),
});

const born =
  (birthDate: string) =>
  ({ participant }: PersonFacts): Partial<PersonFacts> => ({
    participant: { ...participant, birthDate: day(birthDate) },
  });

const accepted: readonly Example<SealedWithdrawalInput>[] = [
  {
    // 36,543.21 x 1.5 % x 261 / 365 = 391.96
    title: "封存8个月，余额连同261天利息付到市民卡，到账之日销户",
    persona: "P12",
    at: "2026-03-18T10:00:00",
    input: asRegistered,
    accepted: [
      interest("8050000012", 39_196n),
      marked("8050000012", "2026-03-18"),
      ...paidOut("8050000012", 3_693_517n),
    ],
    shows: ["SAW-4", "SAW-7"],
    journey: true,
  },
  {
    // 186,543.21 x 1.5 % x 261 / 365 = 2,000.87
    title: "余额大，付到绑定银行卡；金额超过要两人审核的限额",
    persona: "P12-large-balance",
    at: "2026-03-18T10:00:00",
    input: { ...asRegistered, payee: "bound-card" },
    accepted: [
      interest("8050000110", 200_087n),
      marked("8050000110", "2026-03-18"),
      ...paidOut("8050000110", 18_854_408n, "bound-card"),
    ],
    journey: true,
  },
  {
    // To 30 June: 365 days on 36,543.21 are 548.15; one more day on 37,091.36 is 1.52.
    title: "6月30日漏了结息：先结到那天，再结到审核通过的当天",
    persona: "P12",
    at: "2026-07-01T09:00:00",
    facts: withAccount({
      interestUpTo: day("2025-06-30"),
      balanceFen: fen(3_654_321),
      movements: [],
    }),
    input: asRegistered,
    accepted: [
      interest("8050000012", 54_967n),
      marked("8050000012", "2026-07-01"),
      ...paidOut("8050000012", 3_709_288n),
    ],
    shows: ["SAW-7"],
  },
  {
    title: "利息当天刚结过：没有利息可记，只付余额",
    persona: "P12",
    at: "2026-03-18T10:00:00",
    facts: withAccount({ interestUpTo: day("2026-03-18") }),
    input: asRegistered,
    accepted: [marked("8050000012", "2026-03-18"), ...paidOut("8050000012", 3_654_321n)],
  },
  {
    title: "户籍已迁入园区，改填新地址",
    persona: "P12",
    at: "2026-03-18T10:00:00",
    input: {
      ...asRegistered,
      householdRegion: "320571",
      householdAddress: "苏州工业园区星海街 1 号",
    },
    accepted: [
      interest("8050000012", 39_196n),
      marked("8050000012", "2026-03-18"),
      ...paidOut("8050000012", 3_693_517n),
    ],
  },
  {
    title: "市民卡银行账户没有通过核验：办件照办，付款等核验",
    persona: "P12-card-not-verified",
    at: "2026-03-18T10:00:00",
    input: asRegistered,
    accepted: [
      interest("8050000109", 39_196n),
      marked("8050000109", "2026-03-18"),
      ...paidOut("8050000109", 3_693_517n),
    ],
    shows: ["SAW-6"],
  },
  {
    // Seven contributions of 1,040.00 since July, on the 15th: 22.53 + 47.88 + 49.20 + 48.90 +
    // 51.85 + 51.46 + 54.50 + 111.66 = 437.98
    title: "已到法定退休年龄，封存才1个月",
    persona: "P12-retirement-age",
    at: "2026-03-18T10:00:00",
    input: asRegistered,
    accepted: [
      interest("8050000107", 43_798n),
      marked("8050000107", "2026-03-18"),
      ...paidOut("8050000107", 4_426_119n),
    ],
    shows: ["SAW-5"],
    journey: true,
  },
  {
    title: "已到法定退休年龄的，在太仓就业、在合肥缴存都不妨碍",
    persona: "P12-retirement-age",
    at: "2026-03-18T10:00:00",
    facts: () => ({
      elsewhere: [
        { kind: "employment", place: "太仓市", inGreaterSuzhou: true, since: day("2026-01-05") },
        { kind: "housing-fund", place: "合肥市", inGreaterSuzhou: false, since: day("2026-01-05") },
      ],
    }),
    input: asRegistered,
    accepted: [
      interest("8050000107", 43_798n),
      marked("8050000107", "2026-03-18"),
      ...paidOut("8050000107", 4_426_119n),
    ],
  },
];

const edges: readonly Example<SealedWithdrawalInput>[] = [
  {
    title: "当天正好封存满半年",
    persona: "P12-half-year",
    at: "2026-03-18T00:00:00",
    input: asRegistered,
    accepted: [
      { kind: "ledger.post", slot: "interest" },
      marked("8050000103", "2026-03-18"),
      { kind: "ledger.post", slot: "withdrawal" },
      { kind: "payment.order" },
      { kind: "document.issue" },
      { kind: "message.send" },
      { kind: "account.close", on: day("2026-03-18") },
      { kind: "message.send" },
    ],
    edge: "sealedHalfAYear",
    shows: ["SAW-5"],
  },
  {
    title: "差一天封存满半年",
    persona: "P12-half-year-tomorrow",
    at: "2026-03-18T23:59:59",
    input: asRegistered,
    refusedBy: ["sealedHalfAYear"],
    edge: "sealedHalfAYear",
    journey: true,
  },
  {
    // Born 18 December 1965: 60 years and 3 months.
    title: "明天到法定退休年龄",
    persona: "P12-five-months",
    at: "2026-03-17T23:59:59",
    facts: born("1965-12-18"),
    input: asRegistered,
    refusedBy: ["sealedHalfAYear"],
    edge: "sealedHalfAYear",
  },
  {
    title: "今天到法定退休年龄",
    persona: "P12-five-months",
    at: "2026-03-18T00:00:00",
    facts: born("1965-12-18"),
    input: asRegistered,
    accepted: [
      { kind: "ledger.post", slot: "interest" },
      { kind: "interest.mark" },
      { kind: "ledger.post", slot: "withdrawal" },
      { kind: "payment.order" },
      { kind: "document.issue" },
      { kind: "message.send" },
      { kind: "account.close" },
      { kind: "message.send" },
    ],
    edge: "sealedHalfAYear",
    shows: ["SAW-5"],
  },
  {
    title: "8月31日封存，2月28日满半年：前一天还不行",
    persona: "P12",
    at: "2026-02-27T10:00:00",
    facts: withAccount({ sealedOn: day("2025-08-31") }),
    input: asRegistered,
    refusedBy: ["sealedHalfAYear"],
    edge: "sealedHalfAYear",
  },
];

export const examples: readonly Example<SealedWithdrawalInput>[] = [
  ...accepted,
  ...edges,
  ...refusedExamples,
];
