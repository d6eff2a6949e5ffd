import { randomInt } from "node:crypto";
import type { EvidenceInput } from "@hall/contracts/files";
import type { FindingJson } from "@hall/contracts/findings";
import { applicationNumber } from "@hall/domain/check-digits";
import type { Day } from "@hall/domain/dates";
import { slotsFor } from "@hall/domain/evidence";
import type { FactName } from "@hall/domain/facts";
import type { Request } from "@hall/domain/service";
import { auditPart } from "../audit/audit.ts";
import { dayOf, instantOf } from "../clock.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { type Attached, attachEvidence } from "../files/attach.ts";
import { slotsOf } from "../files/evidence-slots.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { signInOf, subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import type { Idempotency } from "../http/idempotency.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created, type Reply } from "../http/reply.ts";
import type { ClosureInForce } from "../store/closures.ts";
import {
  commit,
  type Part,
  policyUnchanged,
  subjectUnchanged,
  untilCommitted,
  write,
} from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";
import { acceptanceMessage } from "./acceptance.ts";
import { caseInsert, holdPlace, type NewCase, type Step, stepsInsert } from "./case-parts.ts";
import { dueOf } from "./due.ts";
import { type Filed, resolveInput } from "./input.ts";
import { present } from "./present.ts";
import { type Confirmed, quoteOf } from "./quote.ts";
import type { AnyApplication } from "./services.ts";
import { accountOf, judgeRequest, objectOf, type Read, readSituation } from "./situation.ts";
import { advance, type Progress } from "./stages.ts";

/** What somebody submits, parsed by the service's contract. */
export interface Submission {
  readonly hall: Hall;
  readonly service: AnyApplication;
  readonly actor: Actor;
  readonly wireInput: unknown;
  readonly quoteHash: string;
  readonly evidence: EvidenceInput;
  readonly idempotency: Idempotency;
  readonly address: string;
}

/**
 * Takes a submission in. What the screen showed counts for nothing (APP-5): facts are read, rules
 * judge, effects are decided, and all is written in one statement that fails where any of it has
 * moved; then the whole function runs again.
 */
export async function submit(submission: Submission): Promise<Reply | Refusal> {
  const result = await untilCommitted(() => attempt(submission));
  if (result !== "moved") return result;
  return refuse("dependency-away", "同一账户正有其他办理，请稍后再试；您提交的内容没有丢失。", {
    retryAfterSeconds: 1,
  });
}

async function attempt(submission: Submission): Promise<Reply | Refusal | "moved"> {
  const { hall, service, actor, quoteHash } = submission;
  const filed = await resolveInput(hall, service, actor, submission.wireInput);
  if ("refusal" in filed) return filed;
  const asking = { lookups: filed.lookups, signIn: signInOf(actor) };
  const read = await readSituation(hall, service, subjectOf(actor), asking);
  if (!read) return refuse("not-found");
  if (read.loaded.closure) return refusalOfClosure(read.loaded.closure, hall.clock.instant());
  const judged = judgeRequest(service, read, filed.input);
  if (judged.outcome !== "open") {
    const findings = [...judged.findings, ...judged.faults.slice(0, 50).map((f) => f.finding)];
    return refuse("rule-refuses", undefined, { findings: encode(findings) as FindingJson[] });
  }
  const confirmed = quoteOf(service, judged.request);
  if (confirmed.quoteHash !== quoteHash) {
    return refuse("stale-quote", undefined, {
      quote: confirmed.quote,
      quoteHash: confirmed.quoteHash,
      findings: encode(judged.findings) as FindingJson[],
    });
  }
  return fileCase(submission, filed, read, judged, confirmed);
}

const HOUR_SECONDS = 3_600;
const LONGEST_RETRY_SECONDS = 24 * HOUR_SECONDS;

function refusalOfClosure({ kind, notice, until }: ClosureInForce, now: Date): Refusal {
  if (kind === "season") return refuse("rule-refuses", notice);
  const left = until ? (until.getTime() - now.getTime()) / 1_000 : HOUR_SECONDS;
  return refuse("closed", notice, { retryAfterSeconds: Math.min(left, LONGEST_RETRY_SECONDS) });
}

async function fileCase(
  submission: Submission,
  filed: Filed,
  read: Read,
  judged: { request: Request<FactName, unknown>; findings: NewCase["findings"] },
  confirmed: Confirmed,
): Promise<Reply | Refusal | "moved"> {
  const { hall, service, actor, idempotency } = submission;
  const { situation, loaded } = read;
  // The moment at which it was judged, so that no paper bears another day than its decision.
  const at = instantOf(situation.now);
  const number = newNumber(situation.today);
  const slots = slotsFor(slotsOf(service), judged.request);
  const naming = { actor, service: service.code, slots, evidence: submission.evidence };
  const files = await attachEvidence(hall, { ...naming, applicationNumber: number, at });
  if ("refusal" in files) return files;
  const progress = advance(
    service,
    { ...judged.request, applicationNumber: number },
    -1,
    "submitted",
  );
  const firstStage = service.process[progress.stage] ?? service.process[0];
  if (!firstStage) throw new Error(`${service.code} has no stages`);
  const newCase: NewCase = {
    number,
    service: service.code,
    subjectId: subjectOf(actor),
    filedBy: actor.id,
    channel: "online",
    object: objectOf(service, judged.request),
    state: progress.state,
    stage: progress.stage,
    input: filed.input,
    signIn: situation.filing.signIn,
    facts: situation.facts,
    findings: judged.findings,
    policy: read.policyReads(),
    quote: confirmed.quote,
    due: dueOf(firstStage, situation.now, situation.calendar, situation.policy),
    at,
    finishedAt: progress.ended ? at : null,
  };
  const written = writeProgress(submission, newCase, progress);
  const steps = [submitStep(actor), ...progress.steps];
  const answer = encode(answerOf(newCase, situation, steps, written.papers, files));
  const outcome = await commit(
    hall.db,
    [
      subjectUnchanged(newCase.subjectId, loaded.subjectVersion),
      policyUnchanged(loaded.policyVersion),
      ...files.guards,
    ],
    [
      caseInsert(hall, newCase),
      stepsInsert(number, steps, at),
      ...holdOf(submission, newCase, read, progress),
      ...written.parts,
      ...filed.onFiled(number),
      write(
        "draft_gone",
        sql`DELETE FROM draft WHERE owner_id = ${actor.id}::uuid AND service = ${service.code} RETURNING 1`,
      ),
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "case.submit",
          subjectId: newCase.subjectId,
          reference: number,
          detail: { service: service.code },
          address: submission.address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? "moved" : created(answer, `/applications/${number}`);
}

/** Effects of the completed stages; a case that now waits for review tells that it was taken in. */
function writeProgress({ hall, service, actor }: Submission, filed: NewCase, progress: Progress) {
  const accepted = progress.ended
    ? []
    : [acceptanceMessage(filed, service.process[progress.stage])];
  const rounds = [...progress.effects, { stage: 0, effects: accepted }];
  const written = rounds.map(({ stage, effects }) => ({
    effects,
    ...writeEffects(effects, {
      hall,
      applicationNumber: filed.number,
      stage,
      round: 0,
      subject: { kind: service.audience, id: filed.subjectId },
      filedBy: actor.id,
      serviceName: service.name,
      mobile: service.tellAt?.(filed.input) ?? null,
      at: filed.at,
      today: dayOf(filed.at),
    }),
  }));
  const papers = written.flatMap(({ effects, documents }) =>
    effects.flatMap((effect) =>
      effect.kind === "document.issue"
        ? [{ number: documents.get(effect.slot) ?? "", title: effect.paper.title }]
        : [],
    ),
  );
  return { parts: written.flatMap(({ parts }) => parts), papers };
}

function holdOf(
  { service }: Submission,
  filed: NewCase,
  read: Read,
  progress: Progress,
): readonly Part[] {
  const account = accountOf(service, read.situation);
  return account && !progress.ended ? [holdPlace(filed.number, account, filed.at)] : [];
}

function submitStep(actor: Actor): Step {
  const label = actor.kind === "agent" ? "经办人员" : "本人";
  const kind = actor.kind === "agent" ? "agent" : "person";
  return {
    event: "submit",
    state: "submitted",
    actorKind: kind,
    actorId: actor.id,
    actorLabel: label,
  };
}

function newNumber(today: Day): string {
  return applicationNumber(today, String(randomInt(100_000_000)).padStart(8, "0"));
}

function answerOf(
  filed: NewCase,
  { today, calendar }: Read["situation"],
  steps: readonly Step[],
  papers: readonly { number: string; title: string }[],
  { receipts }: Attached,
) {
  const view = {
    ...filed,
    submittedAt: filed.at,
    acceptedOn: filed.due.acceptedOn && asDate(filed.due.acceptedOn),
    dueOn: filed.due.dueOn && asDate(filed.due.dueOn),
    pausedOn: null,
    secondApproval: false,
    findings: encode(filed.findings) as FindingJson[],
    steps: steps.map((step, index) => ({
      ...step,
      no: index + 1,
      note: step.note ?? null,
      at: filed.at,
    })),
    documents: papers.map((paper) => ({ ...paper, issuedOn: asDate(today), sha256: null })),
    evidence: receipts,
    payments: [],
    missing: [],
    refusal: null,
    rating: null,
  };
  return present(view, calendar);
}
