import type { FactName } from "@hall/domain/facts";
import type { PersonFacts } from "@hall/domain/personas/persona";
import { personas } from "@hall/domain/personas/personas";
import { toStored } from "@hall/domain/stored-json";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadFacts } from "../src/facts/load.ts";
import { SEEDED_NOW } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const today = Temporal.PlainDateTime.from(SEEDED_NOW).toPlainDate();
const sorted = (facts: PersonFacts): PersonFacts => ({
  ...facts,
  contributions: facts.contributions.toSorted((a, b) =>
    `${a.month} ${a.insurance}` < `${b.month} ${b.insurance}` ? -1 : 1,
  ),
  transferVouchers: facts.transferVouchers.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
});

describe("facts read from the database are those of the examples", () => {
  const people = Object.entries(personas).filter(([, persona]) => persona.kind === "person");
  it.each(people)("%s", async (_name, persona) => {
    if (persona.kind !== "person") return;
    const expected = persona.facts(today);
    const { id } = await test.hall.db.person.findUniqueOrThrow({
      where: { personalNumber: expected.participant.personalNumber },
    });
    const needs = Object.keys(expected) as FactName[];
    const loaded = await loadFacts(test.hall, id, needs);
    expect(toStored(loaded?.facts)).toEqual(toStored(sorted(expected)));
  });

  const units = Object.entries(personas).filter(([, persona]) => persona.kind === "unit");
  it.each(units)("%s", async (_name, persona) => {
    if (persona.kind !== "unit") return;
    // The registers are asked by numbers that a list names, and have tests of their own.
    const { studentRegister: _, insuredRegister: __, ...expected } = persona.facts(today);
    const { id } = await test.hall.db.unit.findUniqueOrThrow({
      where: { code: expected.unit.code },
    });
    const loaded = await loadFacts(test.hall, id, Object.keys(expected) as FactName[]);
    expect(toStored(loaded?.facts)).toEqual(toStored(expected));
  });
});
