import type { EvidenceInput } from "@hall/contracts/files";
import { slotsFor } from "@hall/domain/evidence";
import { slotsOf } from "../files/evidence-slots.ts";
import { signInOf, subjectOf } from "../http/actor.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { resolveInput } from "./input.ts";
import { quoteOf } from "./quote.ts";
import type { AnyApplication } from "./services.ts";
import { judgeRequest, readSituation } from "./situation.ts";
import { submit } from "./submit.ts";

/** What is needed of a request to judge or to file what it brings. */
export type Filing = Pick<
  Call<unknown, unknown, unknown>,
  "hall" | "actor" | "body" | "idempotency" | "address"
>;

export async function answerCheck(service: AnyApplication, { hall, actor, body }: Filing) {
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

export function answerSubmit(service: AnyApplication, filing: Filing) {
  const { hall, actor, idempotency, address } = filing;
  const { input: wireInput, quoteHash, evidence } = filing.body as SubmitBody;
  return submit({ hall, service, actor, wireInput, quoteHash, evidence, idempotency, address });
}

export const operations = { check: answerCheck, submit: answerSubmit } as const;
