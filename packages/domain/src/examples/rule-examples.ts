import type { FactName } from "../facts.ts";
import { type Finding, judgeAll } from "../findings.ts";
import { judge, judgeLook } from "../judge.ts";
import { personas } from "../personas/personas.ts";
import { namedRulesOf } from "../rules-of.ts";
import type { ApplicationService, QueryService } from "../service.ts";
import { type ServiceCode, services } from "../services.ts";
import { examples } from "./examples.ts";
import { type AnyRow, lookOf, situationOf } from "./run.ts";
import { walk } from "./walk.ts";

/** A row of a service's table as a citizen reads it beside the rule that it shows. */
export interface RuleExample {
  readonly title: string;
  /** Who it is, in words; nobody's name. */
  readonly who: string;
  /** Shanghai wall clock, such as 2026-03-17T23:59:59. */
  readonly at: string;
  /** `elsewhere`: this rule holds on the row, another one refuses it. */
  readonly outcome: "granted" | "refused" | "elsewhere";
  /** What is said to somebody whom this rule refuses; null where it refuses nobody here. */
  readonly told: string | null;
}

type AnyService =
  | ApplicationService<string, FactName, unknown>
  | QueryService<string, FactName, unknown>;

/**
 * The rows that show a rule: those that it refuses, those at its boundary, and those that show a
 * provision. They are judged here by the same code as a case, so that what is told is what would
 * be told (XPL-12).
 */
export function examplesOfRule(code: ServiceCode, rule: string): readonly RuleExample[] {
  const service = services[code] as unknown as AnyService;
  const claims = new Set(
    namedRulesOf(service).flatMap(([claim, each]) => (each.code === rule ? [claim] : [])),
  );
  const rows: readonly AnyRow[] = examples[code];
  return rows.filter((row) => isAbout(row, rule, claims)).map((row) => shown(service, row, claims));
}

function isAbout(row: AnyRow, rule: string, claims: ReadonlySet<string>): boolean {
  if ("refusedBy" in row && row.refusedBy.some((claim) => claims.has(claim))) return true;
  if (row.edge !== undefined && claims.has(row.edge)) return true;
  return row.shows?.some((each) => each === rule) ?? false;
}

function shown(service: AnyService, row: AnyRow, claims: ReadonlySet<string>): RuleExample {
  const isRefused = "refusedBy" in row && row.refusedBy.some((claim) => claims.has(claim));
  return {
    title: row.title,
    who: personas[row.persona].shows,
    at: row.at,
    outcome: isRefused ? "refused" : "refusedBy" in row ? "elsewhere" : "granted",
    told: isRefused ? (refusalOf(service, row, claims)?.message ?? null) : null,
  };
}

/** Where the rule refuses, wherever in its case that is; the rows of a list come late, being long. */
function refusalOf(
  service: AnyService,
  row: AnyRow,
  claims: ReadonlySet<string>,
): Finding | undefined {
  const among = (findings: readonly Finding[]) =>
    findings.find(({ claim, outcome }) => claims.has(claim) && outcome !== "holds");
  if (service.kind === "query") return among(judgeLook(service, lookOf(row)).findings);
  if (!("input" in row)) return undefined;
  const request = { ...situationOf(row), input: row.input };
  return (
    among(judgeAll({ ...service.standing, ...service.request }, request)) ??
    among(judge(service, request).faults.map(({ finding }) => finding)) ??
    among(walk(service, row, request).refusing)
  );
}
