import type { EvidenceInput } from "@hall/contracts/files";
import type { FindingJson } from "@hall/contracts/findings";
import { nextState } from "@hall/domain/case-states";
import { judgeAll, outcomeOf } from "@hall/domain/findings";
import { isPoorRating } from "@hall/domain/ratings";
import { auditPart } from "../audit/audit.ts";
import { dayOf } from "../clock.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { attachEvidence } from "../files/attach.ts";
import { supplementSlotsOf } from "../files/evidence-slots.ts";
import type { Hall } from "../hall.ts";
import { subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { plainDay } from "../policy-shelf.ts";
import {
  caseUnchanged,
  commit,
  type Guard,
  type Part,
  subjectMoves,
  untilCommitted,
  write,
} from "../store/commit.ts";
import { asDate, type Sql, sql } from "../store/database.ts";
import { type Step, stepsInsert, withdrawalParts } from "./case-parts.ts";
import { dueAfterPause } from "./due.ts";
import { occasionOfCase } from "./occasion-of-case.ts";
import { presentNow } from "./present-now.ts";
import { readCase } from "./read-case.ts";
import { applicationService } from "./services.ts";

type CaseCall<Body> = Call<{ number: string }, undefined, Body>;
type Found = NonNullable<Awaited<ReturnType<typeof readCase>>>;

/**
 * Until review begins, while more is needed (APP-8), and at the counter where its stage allows it.
 * Papers that the case has brought so far are revoked.
 */
export const withdraw = (call: CaseCall<undefined>) =>
  act(call, "withdraw", async (found) => ({
    set: sql`finished_at = ${call.hall.clock.instant()}`,
    parts: [
      ...withdrawalParts(found.row.number, call.hall.clock.instant()),
      ...writeEffects(
        [{ kind: "message.send", slot: "withdrawn", template: "case-withdrawn", values: {} }],
        occasionOfCase(
          call.hall,
          found.row,
          found.row.stage,
          found.row.version,
          call.hall.clock.instant(),
        ),
      ).parts,
    ],
  }));

/** The answer to everything that was missing; the clock goes on from here (REV-3). */
export const supplement = (call: CaseCall<{ words: string; evidence: EvidenceInput }>) =>
  act(call, "supplement", async ({ row }) => {
    const { hall, actor, body } = call;
    const at = hall.clock.instant();
    const { book, calendar } = await hall.policy.at();
    const files = await attachEvidence(hall, {
      actor,
      service: row.service,
      slots: supplementSlotsOf(applicationService(row.service), book, dayOf(at)),
      evidence: body.evidence,
      applicationNumber: row.number,
      at,
    });
    if ("refusal" in files) return files;
    const due = row.pausedOn
      ? dueAfterPause(row.dueOn && plainDay(row.dueOn), plainDay(row.pausedOn), dayOf(at), calendar)
      : row.dueOn && plainDay(row.dueOn);
    return {
      note: body.words,
      guards: files.guards,
      set: sql`paused_on = NULL, assignee_id = NULL, due_on = ${due && asDate(due)}::date`,
      parts: [
        write(
          "supplement",
          sql`INSERT INTO supplement (id, application_number, words, at)
              VALUES (gen_random_uuid(), ${row.number}, ${body.words}, ${at}) RETURNING 1`,
        ),
      ],
    };
  });

type ApplicantEvent = "withdraw" | "supplement";

interface Change {
  readonly note?: string;
  readonly set: Sql;
  readonly guards?: readonly Guard[];
  readonly parts: readonly Part[];
}

async function act<Body>(
  call: CaseCall<Body>,
  event: ApplicantEvent,
  change: (found: Found) => Promise<Change | Refusal>,
): Promise<unknown> {
  const { hall, actor, params } = call;
  const result = await untilCommitted(async () => {
    const found = await readCase(hall, params.number);
    if (found?.row.subjectId !== subjectOf(actor)) return refuse("not-found");
    const state = nextState(found.view.state, event);
    if (!state) return notPossible(event);
    const early = event === "withdraw" ? await refuseWithdrawal(hall, found) : null;
    if (early) return early;
    const changed = await change(found);
    return "refusal" in changed ? changed : applyChange(call, event, found, state, changed);
  });
  if (result === "moved") return refuse("conflict");
  if (result !== "committed") return result;
  const now = await readCase(hall, params.number);
  return now ? presentNow(hall, now.view) : refuse("not-found");
}

async function applyChange<Body>(
  { hall, actor, idempotency, address }: CaseCall<Body>,
  event: ApplicantEvent,
  { row }: Found,
  state: string,
  { set, guards = [], parts, note }: Change,
): Promise<"committed" | "moved"> {
  const at = hall.clock.instant();
  const step: Step = {
    event,
    state: state as Step["state"],
    actorKind: actor.kind === "agent" ? "agent" : "person",
    actorId: actor.id,
    actorLabel: actor.kind === "agent" ? "经办人员" : "本人",
    ...(note === undefined ? {} : { note }),
  };
  return commit(
    hall.db,
    [caseUnchanged(row.number, row.version), subjectMoves(row.subjectId), ...guards],
    [
      write(
        "case_moves",
        sql`UPDATE application SET state = ${state}, version = version + 1, ${set}
             WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(row.number, [step], at),
      ...parts,
      write("idempotency", idempotency.remember(200, { number: row.number, state })),
      write(
        "audit",
        auditPart({
          actor,
          action: `case.${event}`,
          subjectId: row.subjectId,
          reference: row.number,
          detail: {},
          address,
          at,
        }),
      ),
    ],
  );
}

/** What keeps the person in a case that waits; null where nothing does. */
async function refuseWithdrawal(hall: Hall, { row, view }: Found): Promise<Refusal | null> {
  const stage = applicationService(row.service).process[row.stage];
  if (stage?.kind !== "await") return null;
  if (!stage.withdrawal) return notPossible("withdraw");
  const begun = view.steps.findLast(({ event }) => event === `await-${stage.whom}`);
  if (!begun) throw new Error(`case ${row.number} waits without having begun to`);
  const { book } = await hall.policy.at();
  const findings = judgeAll(stage.withdrawal, {
    since: dayOf(begun.at),
    today: hall.clock.now().toPlainDate(),
    policy: book,
  });
  if (outcomeOf(findings) === "open") return null;
  return refuse("rule-refuses", "这件办件现在还不能撤回。", {
    findings: encode(findings) as FindingJson[],
  });
}

function notPossible(event: ApplicantEvent): Refusal {
  return refuse(
    "conflict",
    event === "withdraw"
      ? "审核已经开始或已经办结，不能撤回；如有需要请致电中心。"
      : "这个办件现在不需要补正。",
  );
}

const followUpOpens = (number: string, at: Date): Part =>
  write(
    "follow_up",
    sql`INSERT INTO rating_follow_up (application_number, opened_at)
        SELECT ${number}, ${at}::timestamptz WHERE EXISTS (SELECT FROM rating) RETURNING 1`,
  );

/** Once a case, when it is done; a poor rating opens a follow-up (APP-9). */
export async function rate(
  call: CaseCall<{ stars: number; words?: string | undefined }>,
): Promise<unknown> {
  const { hall, actor, params, body, idempotency, address } = call;
  const found = await readCase(hall, params.number);
  if (found?.row.subjectId !== subjectOf(actor)) return refuse("not-found");
  if (found.view.state !== "done") return refuse("conflict", "办结以后才能评价。");
  if (found.view.rating) return refuse("conflict", "这件办件已经评价过了，谢谢。");
  const at = hall.clock.instant();
  await commit(
    hall.db,
    [caseUnchanged(params.number, found.row.version)],
    [
      write(
        "rating",
        sql`INSERT INTO rating (application_number, stars, words, at)
            VALUES (${params.number}, ${body.stars}, ${body.words ?? null}, ${at})
            ON CONFLICT DO NOTHING RETURNING 1`,
      ),
      ...(isPoorRating(body.stars) ? [followUpOpens(params.number, at)] : []),
      write("idempotency", idempotency.remember(200, { number: params.number, state: "done" })),
      write(
        "audit",
        auditPart({
          actor,
          action: "case.rate",
          subjectId: found.row.subjectId,
          reference: params.number,
          detail: { stars: body.stars },
          address,
          at,
        }),
      ),
    ],
  );
  const now = await readCase(hall, params.number);
  return now ? presentNow(hall, now.view) : refuse("not-found");
}
