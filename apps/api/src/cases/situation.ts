import type { FactName } from "@hall/domain/facts";
import { type Finding, outcomeOf } from "@hall/domain/findings";
import { judge, judgeLook, standing } from "@hall/domain/judge";
import type { RowFault } from "@hall/domain/list";
import { judgeOpenCases } from "@hall/domain/open-cases";
import { type PolicyEntry, readingPolicy } from "@hall/domain/policy";
import type { Filing, Request, Situation } from "@hall/domain/service";
import { ledgerAccountId } from "../effects/ledger-post.ts";
import { type Loaded, loadFacts } from "../facts/load.ts";
import type { Hall } from "../hall.ts";
import type { AnyApplication, AnyService } from "./services.ts";

/** A situation as it was read, with what a write must check and a case must keep. */
export interface Read {
  readonly situation: Situation<FactName>;
  readonly loaded: Loaded<FactName>;
  /** Policy values that were looked at since. */
  readonly policyReads: () => readonly PolicyEntry[];
}

/** What is looked up beside the subject, and how it is asked for. */
export interface Asking extends Partial<Filing> {
  /** Numbers by which facts are found, such as those of a list's rows. */
  readonly lookups?: readonly string[];
}

export async function readSituation(
  hall: Hall,
  service: AnyService,
  subjectId: string,
  { lookups = [], on, signIn = null }: Asking = {},
): Promise<Read | null> {
  const loaded = await loadFacts(hall, subjectId, service.needs, {
    service: service.code,
    lookups,
  });
  if (!loaded) return null;
  const { book, calendar } = await hall.policy.at(loaded.policyVersion);
  const reading = readingPolicy(book);
  const now = hall.clock.now();
  const today = now.toPlainDate();
  const situation = {
    facts: loaded.facts as Situation<FactName>["facts"],
    filing: { on: on ?? today, signIn },
    now,
    today,
    policy: reading.policy,
    calendar,
  };
  return { situation, loaded, policyReads: reading.reads };
}

export interface Judged {
  readonly outcome: ReturnType<typeof outcomeOf>;
  readonly findings: readonly Finding[];
  readonly faults: readonly RowFault[];
}

/** Standing, with the open cases of the subject where they are known to be in the way. */
export function judgeStanding(service: AnyService, { situation, loaded }: Read): Judged {
  const own = standing(service, situation).findings;
  if (service.kind === "query") return { outcome: outcomeOf(own), findings: own, faults: [] };
  const claim = {
    service: service.code,
    object: service.object ? null : "",
    accountId: accountOf(service, situation),
    openCases: loaded.openCases,
  };
  const findings = [...own, ...judgeOpenCases(claim)];
  return { outcome: outcomeOf(findings), findings, faults: [] };
}

/** Whether a look is granted: by standing and what is asked. Open cases keep nobody from looking. */
export function judgeView(service: AnyService, { situation }: Read, query: unknown): Judged {
  const { outcome, findings } =
    service.kind === "query"
      ? judgeLook(service, { ...situation, query })
      : standing(service, situation);
  return { outcome, findings, faults: [] };
}

/** The whole judgement of a request, own case excepted when it is judged again. */
export function judgeRequest(
  service: AnyApplication,
  { situation, loaded }: Read,
  input: unknown,
  ownNumber?: string,
): Judged & { readonly request: Request<FactName, unknown> } {
  const request = { ...situation, input };
  const judged = judge(service, request);
  const claim = {
    service: service.code,
    object: objectOf(service, request),
    accountId: accountOf(service, situation),
    openCases: loaded.openCases.filter((open) => open.number !== ownNumber),
  };
  const findings = [...judged.findings, ...judgeOpenCases(claim)];
  const all = [...findings, ...judged.faults.map(({ finding }) => finding)];
  return { request, findings, faults: judged.faults, outcome: outcomeOf(all) };
}

export const objectOf = (service: AnyApplication, request: Request<FactName, unknown>): string =>
  service.object?.(request) ?? "";

export function accountOf(service: AnyApplication, situation: Situation<FactName>): string | null {
  const account = service.draws?.(situation);
  return account ? ledgerAccountId(account) : null;
}
