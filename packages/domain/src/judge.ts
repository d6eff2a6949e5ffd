import type { FactName } from "./facts.ts";
import { type Finding, judgeAll, outcomeOf, type StandingOutcome } from "./findings.ts";
import { isList, judgeRows, type RowFault } from "./list.ts";
import type {
  ApplicationService,
  Look,
  QueryService,
  Request,
  Service,
  Situation,
} from "./service.ts";

/** Whether the subject may use a service now, before any typing (GDE-3). */
export function standing<Needs extends FactName, Input>(
  service: Service<string, Needs, Input>,
  situation: Situation<Needs>,
): { readonly outcome: StandingOutcome; readonly findings: readonly Finding[] } {
  const findings = judgeAll(service.standing, situation);
  return { outcome: outcomeOf(findings), findings };
}

/** Judges a look into a query: standing, and what is asked, each rule whatever the others say. */
export function judgeLook<Needs extends FactName, Query>(
  service: QueryService<string, Needs, Query>,
  look: Look<Needs, Query>,
): { readonly outcome: StandingOutcome; readonly findings: readonly Finding[] } {
  const findings = [...judgeAll(service.standing, look), ...judgeAll(service.asked ?? {}, look)];
  return { outcome: outcomeOf(findings), findings };
}

export interface Judgement {
  readonly outcome: StandingOutcome;
  readonly findings: readonly Finding[];
  /** Faults of a list's rows; each has its finding. */
  readonly faults: readonly RowFault[];
}

/** Judges a request whole: standing, request and rows, each rule whatever the others say. */
export function judge<Needs extends FactName, Input>(
  service: ApplicationService<string, Needs, Input>,
  request: Request<Needs, Input>,
): Judgement {
  const findings = [...judgeAll(service.standing, request), ...judgeAll(service.request, request)];
  const faults = judgeList(service, request);
  const outcome = outcomeOf([...findings, ...faults.map(({ finding }) => finding)]);
  return { outcome, findings, faults };
}

function judgeList<Needs extends FactName, Input>(
  { list }: ApplicationService<string, Needs, Input>,
  request: Request<Needs, Input>,
): readonly RowFault[] {
  const { input } = request;
  if (!list || !isList(input)) return [];
  return judgeRows(list, { ...request, input });
}
