import type { Finding } from "@hall/domain/findings";
import { resolveInput } from "../cases/input.ts";
import { type AnyService, contractOf } from "../cases/services.ts";
import {
  type Judged,
  judgeRequest,
  judgeStanding,
  type Read,
  readSituation,
} from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { type Actor, signInOf } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { ReviewRecord } from "./kept.ts";

/** A refusal by the name of its claim, and by its place where several rows have the same. */
export interface Refused {
  readonly claim: string;
  readonly at?: string | undefined;
}

export interface JudgedNow {
  readonly read: Read;
  /** The refusal as it stands now; null where the claim is met. */
  readonly finding: Finding | null;
  /** The domain's input; null where nothing was filled in. */
  readonly input: unknown;
  /** Numbers in the input by which facts were found. */
  readonly lookups: readonly string[];
}

/** Judges anew what somebody was refused: nothing that a browser says of a refusal counts. */
export async function judgedNow(
  hall: Hall,
  service: AnyService,
  subject: { readonly id: string; readonly actor: Actor },
  refused: Refused,
  wireInput: unknown,
): Promise<JudgedNow | Refusal> {
  const signIn = signInOf(subject.actor);
  if (service.kind === "query" || wireInput === undefined) {
    const read = await readSituation(hall, service, subject.id, { signIn });
    if (!read) return refuse("not-found");
    return {
      read,
      finding: findingOf(judgeStanding(service, read), refused),
      input: null,
      lookups: [],
    };
  }
  const contract = contractOf(service.code as never);
  const parsed = contract.kind === "application" ? contract.input.safeParse(wireInput) : null;
  if (!parsed?.success) return refuse("malformed", "填写的内容不完整，请先填好再请人工复核。");
  const filed = await resolveInput(hall, service, subject.actor, parsed.data);
  if ("refusal" in filed) return filed;
  const read = await readSituation(hall, service, subject.id, { lookups: filed.lookups, signIn });
  if (!read) return refuse("not-found");
  const finding = findingOf(judgeRequest(service, read, filed.input), refused);
  return { read, finding, input: filed.input, lookups: filed.lookups };
}

/**
 * As `judgedNow`, on what was kept: the input, and how one had signed in who was refused, so that
 * a rule about the sign-in is judged by theirs and not by the reviewer's.
 */
export async function judgedAgain(
  hall: Hall,
  service: AnyService,
  subjectId: string,
  refused: Refused,
  { input, lookups, signIn = null }: Pick<ReviewRecord, "input" | "lookups" | "signIn">,
): Promise<JudgedNow | null> {
  const read = await readSituation(hall, service, subjectId, { lookups, signIn });
  if (!read) return null;
  const judged =
    service.kind === "application" && input !== null
      ? judgeRequest(service, read, input)
      : judgeStanding(service, read);
  return { read, finding: findingOf(judged, refused), input, lookups };
}

function findingOf({ findings, faults }: Judged, { claim, at }: Refused): Finding | null {
  const all = [...findings, ...faults.map(({ finding }) => finding)];
  const same = all.filter((each) => each.claim === claim && each.outcome !== "holds");
  return same.find((each) => each.at === at) ?? same[0] ?? null;
}
