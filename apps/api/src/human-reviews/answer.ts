import type { answerReviewRequest } from "@hall/contracts/backoffice/human-reviews";
import { reviewOutcomeNames } from "@hall/domain/human-reviews";
import { writeMessage } from "@hall/domain/messages";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { barredFromOwn } from "../backoffice/four-eyes.ts";
import { staffOf } from "../backoffice/staff.ts";
import { serviceOf } from "../cases/services.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { letterParts, onlyLetter } from "../messages/message-parts.ts";
import { commit, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { presentRequest } from "./requests.ts";

type Body = z.output<NonNullable<typeof answerReviewRequest.body>>;
type AnswerCall = Call<{ number: string }, undefined, Body>;

/** A human's answer, given once, never by whom it is about (SGN-2), and told to the person. */
export async function answer(call: AnswerCall): Promise<unknown> {
  const { hall, actor, params, body, idempotency, address } = call;
  const { outcome, words, version } = body;
  const row = await hall.db.humanReview.findUnique({ where: { number: params.number } });
  if (!row) return refuse("not-found");
  if (row.state !== "waiting") return refuse("conflict", "这件已经答复，不能再改。");
  if (row.version !== version) return refuse("stale-version");
  const staff = await staffOf(hall, actor);
  const barred = barredFromOwn(staff, row);
  if (barred) return refuse("not-allowed", barred);
  const at = hall.clock.instant();
  const service = serviceOf(row.service);
  const answered = {
    ...row,
    state: "answered",
    outcome,
    answer: words,
    answeredBy: actor.id,
    answeredAt: at,
    version: version + 1,
  };
  const shown = await presentRequest(hall, answered, staff);
  const told = writeMessage("human-review-answered", {
    service: service.name,
    number: row.number,
    outcome: reviewOutcomeNames[outcome],
  });
  const letter = {
    id: `human-review:${row.number}:answered`,
    subject: { kind: service.audience, id: row.subjectId },
    agentId: row.filedBy,
    applicationNumber: null,
    at,
    ...told,
  };
  const written = await commit(
    hall.db,
    [
      sql`UPDATE human_review SET state = 'answered', outcome = ${outcome}, answer = ${words},
                 answered_by = ${actor.id}::uuid, answered_at = ${at}::timestamptz,
                 version = version + 1
           WHERE number = ${row.number} AND version = ${version} AND state = 'waiting' RETURNING 1`,
    ],
    [
      ...letterParts(letter, onlyLetter),
      write("idempotency", idempotency.remember(200, shown)),
      write(
        "audit",
        auditPart({
          actor,
          action: "human-review.answer",
          subjectId: row.subjectId,
          reference: row.number,
          detail: { outcome },
          address,
          at,
        }),
      ),
    ],
  );
  return written === "moved" ? refuse("conflict") : shown;
}
