import { Temporal } from "temporal-polyfill";
import { officialCalendarYears } from "../calendar-years.ts";
import type { FactName } from "../facts.ts";
import { nothingElse, type PersonFacts, type UnitFactSet } from "../personas/persona.ts";
import { personas } from "../personas/personas.ts";
import { startingPolicy } from "../policy-values.ts";
import type { Look, Situation } from "../service.ts";
import { WorkingCalendar } from "../working-days.ts";
import type { Example, QueryExample } from "./example.ts";

export type AnyRow = Example<unknown> | QueryExample;

/** The situation that a row describes: its persona on its day, with what differs on this row. */
export function situationOf(row: AnyRow): Situation<FactName> {
  const now = Temporal.PlainDateTime.from(row.at);
  const today = now.toPlainDate();
  const facts = { ...noUnit, ...nobody, ...personas[row.persona].facts(today) };
  const byCertificate = facts.unit.kind === "employer" && facts.unit.code !== "";
  return {
    facts: { ...facts, ...row.facts?.(facts) },
    filing: { on: today, signIn: row.signIn ?? (byCertificate ? "certificate" : "password") },
    now,
    today,
    policy: startingPolicy(),
    calendar: new WorkingCalendar(officialCalendarYears),
  };
}

/** The look that a row about a view takes. */
export const lookOf = (row: AnyRow): Look<FactName, unknown> => ({
  ...situationOf(row),
  query: ("query" in row && row.query) || null,
});

/** Stand-ins for the half of the facts that a persona of the other kind doesn't have. */
const nobody: PersonFacts = {
  ...nothingElse,
  participant: personas.P1.facts(Temporal.PlainDate.from("2026-03-01")).participant,
};
const noUnit: UnitFactSet = {
  unit: { code: "", name: "", creditCode: "", kind: "employer" },
  unitPermissions: [],
  school: null,
  studentRegister: new Map(),
  insuredRegister: new Map(),
};
