import { randomInt } from "node:crypto";
import type { FindingJson } from "@hall/contracts/findings";
import type { askHumanReview } from "@hall/contracts/human-reviews";
import { applicationNumber } from "@hall/domain/check-digits";
import { formatDay } from "@hall/domain/dates";
import { reviewDueOn } from "@hall/domain/human-reviews";
import { writeMessage } from "@hall/domain/messages";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { type AnyService, findService } from "../cases/services.ts";
import { instantOf } from "../clock.ts";
import { subjectOf } from "../http/actor.ts";
import { encode } from "../http/encode.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import { created, type Reply } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { letterParts, onlyLetter } from "../messages/message-parts.ts";
import { commit, untilCommitted, write } from "../store/commit.ts";
import { asDate, sql } from "../store/database.ts";
import { type JudgedNow, judgedNow } from "./judged-now.ts";
import { type ReviewRow, reviewJson, sealReview } from "./kept.ts";

type AskCall = Call<undefined, undefined, z.output<NonNullable<typeof askHumanReview.body>>>;

/**
 * Puts a refusal by machine before a human (XPL-13). It is judged anew first: what has been mended
 * meanwhile needs no human, and what is handed over is the centre's own judgement.
 */
export async function ask(call: AskCall): Promise<unknown> {
  const service = findService(call.body.service);
  const fits = (service?.audience === "unit") === (call.actor.kind === "agent");
  if (!service || !fits) return refuse("not-found", "没有这个事项。");
  const result = await untilCommitted(() => attempt(call, service));
  return result === "moved" ? refuse("conflict") : result;
}

async function attempt(call: AskCall, service: AnyService): Promise<Reply | Refusal | "moved"> {
  const { hall, actor, body } = call;
  const subjectId = subjectOf(actor);
  const open = await hall.db.humanReview.findFirst({
    where: { subjectId, service: service.code, claim: body.claim, state: "waiting" },
  });
  if (open) return created(reviewJson(hall, open), `/human-reviews/${open.number}`);
  const judged = await judgedNow(hall, service, { id: subjectId, actor }, body, body.input);
  if (isRefusal(judged)) return judged;
  if (!judged.finding) {
    return refuse("conflict", "按现在的记录这一条已经符合，可以直接重新办理。");
  }
  return file(call, service, judged);
}

async function file(
  call: AskCall,
  service: AnyService,
  { read, finding, input, lookups }: JudgedNow,
): Promise<Reply | "moved"> {
  const { hall, actor, body, idempotency, address } = call;
  const { now, calendar, policy, today, facts, filing } = read.situation;
  const { signIn } = filing;
  const at = instantOf(now);
  const dueOn = reviewDueOn(now, calendar, policy);
  const number = applicationNumber(today, String(randomInt(100_000_000)).padStart(8, "0"));
  const subjectId = subjectOf(actor);
  const row: ReviewRow = {
    number,
    subjectId,
    filedBy: actor.id,
    service: service.code,
    claim: body.claim,
    record: sealReview(hall, {
      finding: encode(finding) as FindingJson,
      input,
      facts,
      signIn,
      lookups,
    }),
    words: body.words,
    state: "waiting",
    submittedAt: at,
    dueOn: dueOn && asDate(dueOn),
    outcome: null,
    answer: null,
    answeredBy: null,
    answeredAt: null,
    version: 1,
  };
  const answer = reviewJson(hall, row);
  const told = writeMessage("human-review-taken", {
    service: service.name,
    number,
    due: dueOn ? `${formatDay(dueOn)}前答复` : "工作日历公布后告诉您答复的日期",
  });
  const letter = {
    id: `human-review:${number}:taken`,
    subject: { kind: service.audience, id: subjectId },
    agentId: actor.id,
    applicationNumber: null,
    at,
    ...told,
  };
  const outcome = await commit(
    hall.db,
    [],
    [
      write(
        "human_review_asked",
        sql`INSERT INTO human_review (number, subject_id, filed_by, service, claim, record, words,
                                      state, submitted_at, due_on)
            VALUES (${number}, ${subjectId}::uuid, ${actor.id}::uuid, ${row.service}, ${row.claim},
                    ${row.record}, ${row.words}, 'waiting', ${at}::timestamptz,
                    ${answer.dueOn}::date) RETURNING 1`,
      ),
      ...letterParts(letter, onlyLetter),
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "human-review.ask",
          subjectId,
          reference: number,
          detail: { service: service.code, rule: finding?.rule ?? "", claim: body.claim },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? "moved" : created(answer, `/human-reviews/${number}`);
}
