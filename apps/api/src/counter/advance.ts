import type { updateCounterCase } from "@hall/contracts/backoffice/counter-cases";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { type StaffMember, staffNames, staffOf } from "../backoffice/staff.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { commit, subjectMoves, write } from "../store/commit.ts";
import {
  counterCaseUnchanged,
  counterCaseUpdate,
  counterStepInsert,
  findCounterCase,
  type KeptCounterCase,
  type KeptStep,
} from "../store/counter-cases.ts";
import { stepJson, summaryOf } from "./present.ts";

type Params = z.output<NonNullable<typeof updateCounterCase.params>>;
type Body = z.output<NonNullable<typeof updateCounterCase.body>>;
type UpdateCall = Call<Params, undefined, Body>;
type Found = NonNullable<Awaited<ReturnType<typeof findCounterCase>>>;

const LAST_STEP = "办结";

/** To the next step, or to its end with a result; what is finished never changes (CPQ-5). */
export async function advance(call: UpdateCall): Promise<unknown> {
  const { hall, actor, params, body } = call;
  const [taken, staff] = await Promise.all([
    findCounterCase(hall, params.number),
    staffOf(hall, actor),
  ]);
  if (!taken) return refuse("not-found");
  const barred = barredBy(taken.found, staff, body.version);
  if (barred) return barred;
  const at = hall.clock.instant();
  const moved = movedBy(taken.found, body, at);
  const step: KeptStep = {
    no: taken.steps.length + 1,
    title: moved.step,
    note: moved.result ?? (body.note || null),
    staffId: actor.id,
    at,
  };
  return writeMove(call, { ...taken, moved, step }, staff);
}

function barredBy(found: KeptCounterCase, staff: StaffMember, version: number): Refusal | null {
  if (found.person.id === staff.personId) {
    return refuse("not-allowed", "这是您本人的办件，须由其他窗口人员办理。");
  }
  if (found.finishedAt) return refuse("conflict", "这件已经办结，不能再改。");
  return found.version === version ? null : refuse("stale-version");
}

const movedBy = (found: KeptCounterCase, body: Body, at: Date): KeptCounterCase => ({
  ...found,
  version: found.version + 1,
  step: body.step ?? LAST_STEP,
  outcome: body.outcome ?? null,
  result: body.result ?? null,
  finishedAt: body.outcome === undefined ? null : at,
});

async function writeMove(
  { hall, actor, idempotency, address }: UpdateCall,
  { found, steps, moved, step }: Found & { moved: KeptCounterCase; step: KeptStep },
  staff: StaffMember,
): Promise<unknown> {
  const all = [...steps, step];
  const names = await staffNames(
    hall,
    all.map(({ staffId }) => staffId),
  );
  const answer = {
    ...summaryOf(moved, hall.clock.now().toPlainDate(), staff.personId),
    steps: all.map((each) => stepJson(each, names)),
  };
  const committed = await commit(
    hall.db,
    [counterCaseUnchanged(found.number, found.version), subjectMoves(found.person.id)],
    [
      counterCaseUpdate(moved),
      counterStepInsert(found.number, step),
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: moved.outcome === null ? "counter.advance" : "counter.finish",
          subjectId: found.person.id,
          reference: found.number,
          detail: { step: moved.step, outcome: moved.outcome },
          address,
          at: step.at,
        }),
      ),
    ],
  );
  return committed === "moved" ? refuse("stale-version") : answer;
}
