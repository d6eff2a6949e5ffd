import type { FindingJson } from "@hall/contracts/findings";
import type { Hall } from "../hall.ts";
import { type Actor, signInOf, subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { AnyService } from "./services.ts";
import { judgeView, type Read, readSituation } from "./situation.ts";

/**
 * The situation of whoever asks, where standing and what is asked allow the look; else why not.
 * What a view shows is on record about somebody: who is refused the service doesn't see it.
 */
export async function readForLook(
  hall: Hall,
  service: AnyService,
  actor: Actor,
  query: unknown,
): Promise<Read | Refusal> {
  const read = await readSituation(hall, service, subjectOf(actor), { signIn: signInOf(actor) });
  if (!read) return refuse("not-found");
  const { outcome, findings } = judgeView(service, read, query);
  if (outcome === "open") return read;
  return refuse("rule-refuses", undefined, { findings: encode(findings) as FindingJson[] });
}
