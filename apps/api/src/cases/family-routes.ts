import type { Endpoint } from "@hall/contracts/endpoint";
import { familyOf } from "@hall/contracts/family";
import type { EvidenceInput } from "@hall/contracts/files";
import type { ServiceContract } from "@hall/contracts/service-contract";
import { slotsFor } from "@hall/domain/evidence";
import { writeAudit } from "../audit/audit.ts";
import { slotsJson, slotsOf } from "../files/evidence-slots.ts";
import { signInOf, subjectOf } from "../http/actor.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call, Route } from "../http/route.ts";
import { closureOf, guideJson } from "./guide.ts";
import { resolveInput } from "./input.ts";
import { readForLook } from "./look.ts";
import { quoteOf } from "./quote.ts";
import { type AnyApplication, type AnyService, contractOf, registry } from "./services.ts";
import { judgeRequest, judgeStanding, type Read, readSituation } from "./situation.ts";
import { submit } from "./submit.ts";

type AnyCall = Call<unknown, unknown, unknown>;

/** What decides nothing: a submission reads for itself. */
const LAGGING: readonly string[] = ["guide", "standing"];

const operationOf = (service: AnyService, { id }: Endpoint): string =>
  id.slice(service.code.length + 1);

/** Every service's endpoint family, from the registry: one implementation, literal addresses. */
export const familyRoutes: readonly Route[] = registry.flatMap(([code, service]) =>
  familyOf(service, contractOf(code)).map((endpoint) => ({
    endpoint,
    handle: handlerOf(service, contractOf(code), endpoint),
    mayLag: LAGGING.includes(operationOf(service, endpoint)),
  })),
);

function handlerOf(
  service: AnyService,
  contract: ServiceContract,
  endpoint: Endpoint,
): Route["handle"] {
  const operation = operationOf(service, endpoint);
  if (operation === "guide") return ({ hall }) => guideJson(hall, service);
  if (operation === "standing") return (call) => answerStanding(service, call);
  if (operation in (contract.views ?? {})) return (call) => answerView(service, operation, call);
  if (service.kind === "application" && (operation === "check" || operation === "submit")) {
    const answer = operation === "check" ? answerCheck : answerSubmit;
    return (call) => answer(service, call);
  }
  throw new Error(`${endpoint.id} has no handler`);
}

async function answerStanding(service: AnyService, { hall, actor }: AnyCall) {
  const read = await readSituation(hall, service, subjectOf(actor), { signIn: signInOf(actor) });
  if (!read) return refuse("not-found");
  const { outcome, findings } = judgeStanding(service, read);
  const { situation } = read;
  return {
    outcome,
    findings,
    facts: service.onRecord?.(situation) ?? [],
    defaults: (service.kind === "application" && service.defaults?.(situation)) || {},
    choices: (service.kind === "application" && service.choices?.(situation)) || {},
    evidence: slotsJson(service, situation.policy, situation.today),
  };
}

async function answerView(service: AnyService, view: string, call: AnyCall) {
  const { hall, actor, address, query = null } = call;
  const read = await readForLook(hall, service, actor, query);
  if (isRefusal(read)) return read;
  await writeAudit(hall, {
    actor,
    action: "query.make",
    subjectId: subjectOf(actor),
    detail: { service: service.code, view },
    address,
  });
  return show(service, view, read, query);
}

function show(service: AnyService, view: string, { situation }: Read, query: unknown): unknown {
  if (service.kind === "query") return service.views[view]?.({ ...situation, query });
  return service.views?.[view]?.({ ...situation, query: null });
}

async function answerCheck(service: AnyApplication, { hall, actor, body }: AnyCall) {
  const { input } = body as { input: unknown };
  const filed = await resolveInput(hall, service, actor, input);
  if ("refusal" in filed) return filed;
  const { lookups } = filed;
  const asking = { lookups, signIn: signInOf(actor) };
  const read = await readSituation(hall, service, subjectOf(actor), asking);
  if (!read) return refuse("not-found");
  const judged = judgeRequest(service, read, filed.input);
  const ok = judged.outcome === "open";
  const confirmed = ok ? quoteOf(service, judged.request) : null;
  return {
    ok,
    findings: [...judged.findings, ...judged.faults.slice(0, 50).map(({ finding }) => finding)],
    quote: confirmed?.quote ?? null,
    quoteHash: confirmed?.quoteHash ?? "",
    consequence: confirmed?.consequence ?? null,
    evidence: slotsFor(slotsOf(service), judged.request).map(({ slot }) => slot),
  };
}

/** As the contract of every submission parses it. */
interface SubmitBody {
  readonly input: unknown;
  readonly quoteHash: string;
  readonly evidence: EvidenceInput;
}

async function answerSubmit(service: AnyApplication, call: AnyCall) {
  const { hall, actor, idempotency, address } = call;
  const closed = await closureOf(hall, service.code);
  if (closed) {
    return closed.kind === "season"
      ? refuse("rule-refuses", closed.notice)
      : refuse("closed", closed.notice, { retryAfterSeconds: closed.retryAfterSeconds });
  }
  const { input: wireInput, quoteHash, evidence } = call.body as SubmitBody;
  return submit({ hall, service, actor, wireInput, quoteHash, evidence, idempotency, address });
}
