import type { answerPoorRating } from "@hall/contracts/backoffice/ratings";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { staffOf } from "../backoffice/staff.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { commit, subjectMoves, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { type FollowUpRow, followUps, hindranceOf, ratingJson } from "./list.ts";

type Params = z.output<NonNullable<typeof answerPoorRating.params>>;
type Body = z.output<NonNullable<typeof answerPoorRating.body>>;

/** What came of the follow-up, once; the person reads it in their case and gets it as a message. */
export async function answer({
  hall,
  actor,
  params: { number },
  body,
  idempotency,
  address,
}: Call<Params, undefined, Body>) {
  const [row] = await hall.db.$queryRaw<FollowUpRow[]>(
    followUps(sql`f.application_number = ${number}`),
  );
  if (!row) return refuse("not-found");
  const staff = await staffOf(hall, actor);
  const hindrance = hindranceOf(row, staff);
  if (hindrance) return refuse("not-allowed", hindrance);
  if (row.answered_at) return refuse("conflict", "这条评价已经回访过了。");
  const at = hall.clock.instant();
  const owned = { ...row, subjectId: row.subject_id, filedBy: row.filed_by };
  const told = writeEffects(
    [
      {
        kind: "message.send",
        slot: "rating-answered",
        template: "rating-answered",
        values: { answer: body.answer },
      },
    ],
    occasionOfCase(hall, owned, 0, row.version, at),
  );
  const now = { ...row, answer: body.answer, answered_by: staff.name, answered_at: at };
  const answered = ratingJson(now, staff);
  const outcome = await commit(
    hall.db,
    [
      sql`UPDATE rating_follow_up SET answer = ${body.answer}, answered_by = ${actor.id}::uuid,
                 answered_at = ${at}::timestamptz
           WHERE application_number = ${number} AND answered_at IS NULL RETURNING 1`,
      subjectMoves(row.subject_id),
    ],
    [
      ...told.parts,
      write("idempotency", idempotency.remember(200, answered)),
      write(
        "audit",
        auditPart({
          actor,
          action: "rating.follow-up",
          subjectId: row.subject_id,
          reference: number,
          detail: { stars: row.stars },
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? refuse("conflict", "这条评价已经回访过了。") : answered;
}
