import type { Endpoint } from "@hall/contracts/endpoint";
import { familyOf } from "@hall/contracts/family";
import type { ServiceContract } from "@hall/contracts/service-contract";
import { writeAudit } from "../audit/audit.ts";
import { slotsJson } from "../files/evidence-slots.ts";
import { signInOf, subjectOf } from "../http/actor.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call, Route } from "../http/route.ts";
import { operations } from "./check-and-submit.ts";
import { guideJson } from "./guide.ts";
import { namesLongList } from "./long.ts";
import { readForLook } from "./look.ts";
import { type AnyService, contractOf, registry } from "./services.ts";
import { judgeStanding, type Read, readSituation } from "./situation.ts";

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
    ...longOf(service, operationOf(service, endpoint)),
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
    return (call) => operations[operation](service, call);
  }
  throw new Error(`${endpoint.id} has no handler`);
}

/** A long list is judged and filed apart from what others ask. */
function longOf(service: AnyService, operation: string): Pick<Route, "isLong"> {
  if (service.kind !== "application" || !service.list) return {};
  if (operation !== "check" && operation !== "submit") return {};
  return { isLong: (call) => namesLongList(service, call) };
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
    defaults: service.defaults?.(situation) ?? {},
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
