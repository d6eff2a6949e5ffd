import { randomInt } from "node:crypto";
import type { registerCounterCase } from "@hall/contracts/backoffice/counter-cases";
import { applicationNumber } from "@hall/domain/check-digits";
import { counterDueOn } from "@hall/domain/progress";
import type { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { type StaffMember, staffOf } from "../backoffice/staff.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { created } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, policyUnchanged, subjectMoves, untilCommitted, write } from "../store/commit.ts";
import {
  counterCaseInsert,
  counterStepInsert,
  type KeptCounterCase,
  type KeptStep,
} from "../store/counter-cases.ts";
import { stepJson, summaryOf } from "./present.ts";

type Body = z.output<NonNullable<typeof registerCounterCase.body>>;
type RegisterCall = Call<undefined, undefined, Body>;

/** Takes a case in at the window: from now on its person sees it in the hall (CPQ-5). */
export async function register(call: RegisterCall): Promise<unknown> {
  const { hall, actor, body } = call;
  const staff = await staffOf(hall, actor);
  const person = await personAtWindow(call, staff);
  if ("refusal" in person) return person;
  const result = await untilCommitted(async () => {
    const { calendar, version } = await hall.policy.at();
    const acceptedAt = hall.clock.now();
    const at = hall.clock.instant();
    const digits = String(randomInt(100_000_000)).padStart(8, "0");
    const { matter, workingDays } = body;
    const made: KeptCounterCase = {
      number: applicationNumber(acceptedAt.toPlainDate(), digits),
      matter,
      person,
      acceptedAt: at,
      workingDays,
      dueOn: counterDueOn({ acceptedAt, workingDays }, calendar),
      step: FIRST_STEP,
      outcome: null,
      result: null,
      finishedAt: null,
      version: 1,
    };
    return written(call, staff, made, version);
  });
  return result === "moved" ? refuse("conflict") : result;
}

const FIRST_STEP = "窗口受理";

/** The same words for a number that nobody has and a name that isn't its: neither is told. */
async function personAtWindow(
  { hall, body }: RegisterCall,
  staff: StaffMember,
): Promise<KeptCounterCase["person"] | Refusal> {
  const person = await hall.db.person.findUnique({
    where: { personalNumber: body.personalNumber },
    select: { id: true, personalNumber: true, name: true },
  });
  if (!person || person.name !== body.name) {
    const message = "个人编号和姓名对不上，请按身份证件核对。";
    return refuse("malformed", message, { errors: [{ path: "/personalNumber", message }] });
  }
  if (person.id === staff.personId) {
    return refuse("not-allowed", "这是您本人的事项，须由其他窗口人员登记。");
  }
  return person;
}

async function written(
  { hall, actor, body, idempotency, address }: RegisterCall,
  staff: StaffMember,
  made: KeptCounterCase,
  policyVersion: number,
): Promise<unknown> {
  const { number, person, acceptedAt: at } = made;
  const step: KeptStep = {
    no: 1,
    title: FIRST_STEP,
    note: body.note || null,
    staffId: actor.id,
    at,
  };
  const names = new Map([[staff.id, staff.name]]);
  const answer = {
    ...summaryOf(made, hall.clock.now().toPlainDate(), staff.personId),
    steps: [stepJson(step, names)],
  };
  const committed = await commit(
    hall.db,
    [subjectMoves(person.id), policyUnchanged(policyVersion)],
    [
      counterCaseInsert(made, actor.id),
      counterStepInsert(number, step),
      write("idempotency", idempotency.remember(201, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "counter.register",
          subjectId: person.id,
          reference: number,
          detail: { workingDays: made.workingDays },
          address,
          at,
        }),
      ),
    ],
  );
  return committed === "moved" ? "moved" : created(answer, `/backoffice/counter-cases/${number}`);
}
