import { day, isMonthAfter, isMonthBefore, month, monthOf } from "../../dates.ts";
import type { ExpectedEffect } from "../../examples/example.ts";
import type { Participant, Separation, UnemploymentElsewhere } from "../../facts.ts";
import type { PersonFacts } from "../../personas/persona.ts";
import type { AcceptanceLetterInput } from "./input.ts";

/** P7 left on 18 February 2026, and was paid for from January 2025 on. */
export const at = "2026-03-18T10:00:00";

export const fromChengdu: AcceptanceLetterInput = { relation: "SY0000007" };

export const issued: readonly ExpectedEffect[] = [
  { kind: "document.issue", slot: "letter" },
  { kind: "message.send", template: "paper-issued" },
];

export const withSeparation =
  (change: Partial<Separation>) =>
  ({ separation }: PersonFacts): Partial<PersonFacts> =>
    separation === null ? {} : { separation: { ...separation, ...change } };

/** Left on that day, paid up to its month. */
export const leftOn =
  (iso: string) =>
  (facts: PersonFacts): Partial<PersonFacts> => ({
    ...withSeparation({ leftOn: day(iso), registeredOn: day(iso) })(facts),
    contributions: facts.contributions.filter((row) => !isMonthAfter(row.month, monthOf(day(iso)))),
  });

/** Paid only from that month on. */
export const paidFrom =
  (iso: string) =>
  ({ contributions }: PersonFacts): Partial<PersonFacts> => ({
    contributions: contributions.filter((row) => !isMonthBefore(row.month, month(iso))),
  });

/** Another employer paid before that month. */
export const withLastEmployerFrom =
  (iso: string) =>
  ({ contributions }: PersonFacts): Partial<PersonFacts> => ({
    contributions: contributions.map((row) =>
      isMonthBefore(row.month, month(iso)) ? { ...row, payer: "测试精密" } : row,
    ),
  });

export const withPerson =
  (change: Partial<Participant>) =>
  ({ participant }: PersonFacts): Partial<PersonFacts> => ({
    participant: { ...participant, ...change },
  });

export const withRelation =
  (change: Partial<UnemploymentElsewhere>) =>
  ({ unemploymentElsewhere }: PersonFacts): Partial<PersonFacts> => ({
    unemploymentElsewhere: unemploymentElsewhere.map((record) => ({ ...record, ...change })),
  });

/** So many letters of one day, and a paper of another kind. */
export const letters =
  (count: number, on = "2026-03-18") =>
  (): Partial<PersonFacts> => ({
    issuedPapers: [
      { kind: "participation-certificate", number: "20260318000000012-11", issuedOn: day(on) },
      ...Array.from({ length: count }, (_, index) => ({
        kind: "unemployment-acceptance-letter",
        number: `2026031800000002${index}-11`,
        issuedOn: day(on),
      })),
    ],
  });
