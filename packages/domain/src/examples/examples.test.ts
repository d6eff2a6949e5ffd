import { describe, expect, it } from "vitest";
import { slotsFor } from "../evidence.ts";
import type { FactName } from "../facts.ts";
import type { Rule } from "../findings.ts";
import { judge, judgeLook, standing } from "../judge.ts";
import type { ApplicationService, QueryService } from "../service.ts";
import { services } from "../services.ts";
import { evidenceClaims, limitsToMeet } from "./evidence-claims.ts";
import type { Example } from "./example.ts";
import { examples } from "./examples.ts";
import { type AnyRow, lookOf, situationOf } from "./run.ts";
import { walk } from "./walk.ts";

/** Temporal's values have no properties of their own: without this all of them look alike. */
expect.addEqualityTesters([
  (left: unknown, right: unknown) => {
    const isTemporal = (value: unknown) => /Temporal/.test(Object.prototype.toString.call(value));
    if (!isTemporal(left) || !isTemporal(right)) return undefined;
    return String(left) === String(right);
  },
]);

type AnyApplication = ApplicationService<string, FactName, unknown>;
type AnyQuery = QueryService<string, FactName, unknown>;

for (const [code, service] of Object.entries(services) as [
  keyof typeof services,
  AnyApplication | AnyQuery,
][]) {
  describe(code, () => {
    const rows = examples[code] as readonly AnyRow[];
    it.each(rows.map((row) => [row.title, row] as const))("%s", (_, row) => {
      if (service.kind === "application" && "input" in row) runApplication(service, row);
      else runView(service, row);
    });
    catalogue(service, rows);
  });
}

function runApplication(service: AnyApplication, row: Example<unknown>): void {
  const request = { ...situationOf(row), input: row.input };
  const { findings, faults } = judge(service, request);
  const refusing = [...findings, ...faults.map((f) => f.finding)].filter(
    (f) => f.outcome !== "holds",
  );
  const unfit = evidenceClaims(service, row, request);
  const isStopped = refusing.length + unfit.length > 0;
  const walked = isStopped ? { effects: [], refusing } : walk(service, row, request);
  const refused = [...walked.refusing, ...unfit];
  for (const { message } of refused) expect(message).toMatch(/[。？]$/u);
  const claims = refused.map(({ claim }) => claim);
  if ("refusedBy" in row) {
    expect([...new Set(claims)].sort()).toEqual([...row.refusedBy].sort());
    return;
  }
  expect(claims).toEqual([]);
  const { effects } = walked;
  expect(effects.map((effect) => effect.kind)).toEqual(row.accepted.map((effect) => effect.kind));
  row.accepted.forEach((expected, index) => {
    expect(effects[index]).toMatchObject(expected);
  });
  expect(service.consequence(request)).toMatch(/。$/u);
}

function runView(service: AnyApplication | AnyQuery, row: AnyRow): void {
  const look = lookOf(row);
  const judged = service.kind === "query" ? judgeLook(service, look) : standing(service, look);
  const refusing = judged.findings.filter((f) => f.outcome !== "holds");
  if ("refusedBy" in row) {
    expect(refusing.map((finding) => finding.claim).sort()).toEqual([...row.refusedBy].sort());
    return;
  }
  expect(refusing).toEqual([]);
  if (!("view" in row)) throw new Error("a row without input shows a view");
  const shown =
    service.kind === "query"
      ? service.views[row.view]?.(look)
      : service.views?.[row.view]?.({ ...look, query: null });
  expect(shown).toMatchObject(row.shown);
}

/** Rules on what comes back, and on who wants out of waiting for it. */
const rulesOfWaiting = ({ process }: AnyApplication) =>
  Object.assign(
    {},
    ...process.map((stage) =>
      stage.kind === "await" ? { ...stage.rules, ...stage.withdrawal } : {},
    ),
  );

/** The table is the specification only if it says yes, says no by every rule, and meets every limit. */
function catalogue(service: AnyApplication | AnyQuery, rows: readonly AnyRow[]): void {
  const accepts = (row: AnyRow) => !("refusedBy" in row);
  const refuses = (claim: string) => (row: AnyRow) =>
    "refusedBy" in row && row.refusedBy.includes(claim);
  const rules: Readonly<Record<string, Pick<Rule<never>, "code" | "boundary">>> = {
    ...service.standing,
    ...(service.kind === "application"
      ? { ...service.request, ...service.list?.rules, ...rulesOfWaiting(service) }
      : service.asked),
  };

  it("has a row that is accepted", () => {
    expect(rows.some(accepts)).toBe(true);
  });
  it.each(Object.entries(rules))("has a row that %s refuses", (claim, rule) => {
    expect(rows.filter(refuses(claim)), rule.code).not.toEqual([]);
  });
  it.each(Object.entries(rules).filter(([, rule]) => rule.boundary))(
    "stands on both sides of the boundary of %s",
    (claim) => {
      const edge = rows.filter((row) => row.edge === claim);
      expect(edge.some(refuses(claim)), "just refused").toBe(true);
      expect(
        edge.some((row) => !refuses(claim)(row)),
        "just not refused",
      ).toBe(true);
    },
  );
  it.each(rows.filter((row) => "refusedBy" in row && row.shows))(
    "$title names what refuses it",
    (row) => {
      const refusing = "refusedBy" in row ? row.refusedBy : [];
      const codes = refusing.flatMap((claim) => rules[claim]?.code ?? []);
      expect(codes).toEqual(expect.arrayContaining([...(row.shows ?? [])]));
    },
  );
  it.each(Object.values(service.provisions))("shows $code at work", ({ code }) => {
    expect(rows.some((row) => row.shows?.includes(code))).toBe(true);
  });
  if (service.kind === "application") evidenceCatalogue(service, rows);
}

/** Each slot is filled on some row, missed where it must be, and met at each limit of its own. */
function evidenceCatalogue(service: AnyApplication, rows: readonly AnyRow[]): void {
  const about = rows.flatMap((row) => ("input" in row ? [row] : []));
  const refuses = (claim: string) => (row: AnyRow) =>
    "refusedBy" in row && row.refusedBy.includes(claim);
  const slotsOf = (row: Example<unknown>) =>
    slotsFor(service.evidence ?? [], { ...situationOf(row), input: row.input });
  for (const { slot, required, when } of service.evidence ?? []) {
    const filled = about.filter((row) => row.evidence?.[slot]?.length);
    it(`has a row that is accepted with ${slot}`, () => {
      expect(filled.some((row) => "accepted" in row)).toBe(true);
    });
    if (required) {
      it(`has a row that is refused without ${slot}`, () => {
        expect(about.filter(refuses(`${slot}/count`))).not.toEqual([]);
      });
    }
    if (when) {
      it(`has rows with which ${slot} has to do and others`, () => {
        const isAsked = about.map((row) => slotsOf(row).some((each) => each.slot === slot));
        expect([isAsked.includes(true), isAsked.includes(false)]).toEqual([true, true]);
      });
    }
    it(`stands on both sides of each limit of ${slot}`, () => {
      const limited = filled.flatMap(slotsOf).filter((each) => each.slot === slot);
      for (const claim of new Set(limited.flatMap(limitsToMeet))) {
        const edge = about.filter((row) => row.edge === claim);
        expect(edge.some(refuses(claim)), `${claim} just refused`).toBe(true);
        expect(
          edge.some((row) => !refuses(claim)(row)),
          `${claim} just taken`,
        ).toBe(true);
      }
    });
  }
}
