import type { FindingJson } from "@hall/contracts/findings";
import type { FactName } from "@hall/domain/facts";
import type { Finding } from "@hall/domain/findings";
import { judge } from "@hall/domain/judge";
import { PolicyBook, type PolicyEntryJson, policyEntryFromJson } from "@hall/domain/policy";
import type { Situation } from "@hall/domain/service";
import { wallClock } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { encode } from "../http/encode.ts";
import { openRecord } from "./case-record.ts";
import { applicationService } from "./services.ts";

export interface Replayed {
  /** Version of the rules in the code against which it was replayed, and which it was decided on. */
  readonly rulesVersion: string;
  readonly same: boolean;
  readonly stored: readonly FindingJson[];
  readonly now: readonly FindingJson[];
}

/**
 * Judges a case again on the facts, the day and the values that it was decided on (APP-6). Under
 * the same version of the rules the findings are the same; under a later one they show what has
 * changed. Null where there is no such case.
 */
export async function replay(hall: Hall, number: string): Promise<Replayed | null> {
  const row = await hall.db.application.findUnique({ where: { number } });
  if (!row) return null;
  const { input, facts, signIn = null } = openRecord(hall, row.record);
  const entries = (row.policy as unknown as PolicyEntryJson[]).map(policyEntryFromJson);
  const { calendar } = await hall.policy.at();
  const now = wallClock(row.submittedAt);
  const situation: Situation<FactName> = {
    facts,
    filing: { on: now.toPlainDate(), signIn },
    now,
    today: now.toPlainDate(),
    policy: new PolicyBook(entries, row.rulesVersion),
    calendar,
  };
  const { findings } = judge(applicationService(row.service), { ...situation, input });
  const stored = (row.findings as unknown as FindingJson[]).filter(isOfTheService(findings));
  const again = encode(findings) as FindingJson[];
  return {
    rulesVersion: row.rulesVersion,
    same: canonical(stored) === canonical(again),
    stored,
    now: again,
  };
}

/** Findings about other open cases depend on those cases, and aren't replayed. */
const isOfTheService = (findings: readonly Finding[]) => {
  const claims = new Set(findings.map(({ claim }) => claim));
  return (finding: FindingJson) => claims.has(finding.claim) || !finding.rule.startsWith("CAS-");
};

/** PostgreSQL's jsonb has an order of keys of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
