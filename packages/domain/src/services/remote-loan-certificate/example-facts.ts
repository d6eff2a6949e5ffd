import { day, isMonthBefore, isSameMonth, type Month, month } from "../../dates.ts";
import type { ExpectedEffect } from "../../examples/example.ts";
import type { HousingAccount, HousingLoan } from "../../facts.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import type { LoanCertificateInput } from "./input.ts";

/** The day of most rows: this month is paid. */
export const at = "2026-03-18T10:00:00";

export const inChengdu: LoanCertificateInput = {
  region: "510000",
  city: "成都市",
  centreName: "成都住房公积金管理中心",
  contactName: "个贷窗口",
  contactPhone: "028-12345678",
};

export const issued: readonly ExpectedEffect[] = [
  { kind: "document.issue", slot: "certificate" },
  { kind: "message.send", template: "paper-issued" },
];

export const issuedUntil = (until: string): readonly ExpectedEffect[] => [
  { kind: "document.issue", slot: "certificate" },
  {
    kind: "message.send",
    values: {
      paper: "异地贷款缴存证明",
      next: `请在${until}前（含当日）交给成都住房公积金管理中心`,
    },
  },
];

export const certificateOf = (issuedOn: string) => (): Partial<PersonFacts> => ({
  issuedPapers: [
    { kind: "participation-certificate", number: "20260302000000012-11", issuedOn: day(issuedOn) },
    { kind: "remote-loan-certificate", number: "20260302000000020-11", issuedOn: day(issuedOn) },
  ],
});

export const depositsWhere =
  (isKept: (month: Month) => boolean) =>
  ({ contributions }: PersonFacts): Partial<PersonFacts> => ({
    contributions: contributions.filter((row) => row.insurance !== "housing" || isKept(row.month)),
  });

export const depositsFrom = (first: string) =>
  depositsWhere((each) => !isMonthBefore(each, month(first)));
export const depositsBut = (gap: string) => depositsWhere((each) => !isSameMonth(each, month(gap)));

export const withAccount =
  (change: Partial<HousingAccount>) =>
  ({ housingAccount }: PersonFacts): Partial<PersonFacts> =>
    housingAccount === null ? {} : { housingAccount: { ...housingAccount, ...change } };

export const withLoan =
  (change: Partial<HousingLoan>) =>
  ({ housingLoan }: PersonFacts): Partial<PersonFacts> =>
    housingLoan === null ? {} : { housingLoan: { ...housingLoan, ...change } };

export const asScheme =
  (scheme: PersonFacts["participant"]["scheme"]) =>
  ({ participant }: PersonFacts): Partial<PersonFacts> => ({
    participant: { ...participant, scheme },
  });
