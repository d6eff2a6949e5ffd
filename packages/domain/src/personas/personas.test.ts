import { describe, expect, it } from "vitest";
import { day, isAfter, isOnOrAfter } from "../dates.ts";
import { sumFen } from "../fen.ts";
import { parseIdentityNumber } from "../identity-number.ts";
import type { PersonFacts, PersonPersona } from "./persona.ts";
import { personas } from "./personas.ts";

/** Days on which something could go wrong: month ends, posting day, leap day, the turn of a year. */
const days = ["2024-02-29", "2025-06-30", "2025-07-01", "2026-03-18", "2026-08-31", "2027-01-01"];
const people = Object.entries(personas).filter(
  (entry): entry is [keyof typeof personas, PersonPersona] => entry[1].kind === "person",
);

describe.each(days)("the demo people on %s", (iso) => {
  const today = day(iso);
  const all = people.map(([name, persona]) => [name, persona.facts(today)] as const);

  it.each(all)("%s has a number that says the same as the record", (_, { participant }) => {
    const read = parseIdentityNumber(participant.identityNumber, today);
    if (!read.ok) throw new Error(read.message);
    expect([read.sex, String(read.birthDate)]).toEqual([
      participant.sex,
      String(participant.birthDate),
    ]);
  });

  it.each(all)("%s has paid each insurance once a month and nothing in advance", (_, facts) => {
    const keys = facts.contributions.map(({ month, insurance }) => `${month} ${insurance}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { month } of facts.contributions) {
      expect(isAfter(month.toPlainDate({ day: 1 }), today)).toBe(false);
    }
  });

  it.each(all)("%s has an account whose postings since the last interest fit it", (_, facts) => {
    const account = facts.housingAccount;
    if (account === null) return;
    expect(isAfter(today, account.interestUpTo)).toBe(true);
    expect(account.interestUpTo.toString()).toMatch(/-06-30$/);
    expect(account.balanceFen).toBeGreaterThanOrEqual(
      sumFen(account.movements.map((movement) => movement.amountFen)),
    );
    for (const { on } of account.movements) {
      expect(isOnOrAfter(on, account.interestUpTo) && !isAfter(on, today)).toBe(true);
    }
  });

  it("shares no number among them", () => {
    const numbersOf = (facts: PersonFacts) => [
      facts.participant.personalNumber,
      facts.participant.identityNumber,
      facts.housingAccount?.number,
      facts.legacyAccount?.number,
      facts.housingLoan?.number,
      ...facts.transferVouchers.map((voucher) => voucher.number),
    ];
    const numbers = all.flatMap(([, facts]) => numbersOf(facts)).filter((n) => n !== undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
