import type { tryPolicy } from "@hall/contracts/backoffice/policy";
import { finalStates } from "@hall/domain/case-states";
import type { Day } from "@hall/domain/dates";
import { PolicyBook, type PolicyReader } from "@hall/domain/policy";
import { serviceName } from "@hall/domain/services";
import { Temporal } from "temporal-polyfill";
import type { z } from "zod";
import { reviewStageOf } from "../backoffice/review-stage.ts";
import { type JudgedAgain, judgeAgain } from "../cases/judge-again.ts";
import { judgeRequest } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { type PolicyRow, plainDay, policyEntryOf } from "../policy-shelf.ts";
import { asDate } from "../store/database.ts";
import { placeValue } from "./place-value.ts";
import { readersOf } from "./present-policy.ts";
import { decidedStates, judgedPast, pastCases, TRIAL_DAYS, type Verdict } from "./trial-past.ts";

type TrialCall = Call<z.output<NonNullable<typeof tryPolicy.params>>, undefined, undefined>;

/** Cases that one trial judges: each is read anew. */
const MOST_CASES = 200;

/**
 * What a prepared value would change (POL-2, XPL-11). Cases that wait for their decision are
 * judged on today's facts as on the value's first day, once by the values of now and once with the
 * new one; those decided in the last 90 days, also where the payment is still out, on the facts and
 * values that they were decided on.
 */
export async function trial({ hall, params }: TrialCall) {
  const row = await hall.db.policyValue.findUnique({ where: { id: params.id } });
  if (!row) return refuse("not-found");
  if (row.state !== "prepared") return refuse("conflict", "这个值已经发布或撤下。");
  const readers = new Set(readersOf(row.key).map(({ service }) => service));
  const settled = new Set<string>([...finalStates, ...decidedStates]);
  const where = { state: { notIn: [...settled] }, service: { in: [...readers] } };
  const [cases, rows, withNew] = await Promise.all([
    hall.db.application.count({ where }),
    hall.db.application.findMany({ where, orderBy: { number: "desc" }, take: MOST_CASES }),
    bookWith(hall, row),
  ]);
  const { book } = await hall.policy.at();
  const from = plainDay(row.fromDay);
  const changed: Change[] = [];
  for (const each of rows) {
    const again = await judgeAgain(hall, each);
    const before = judgedOn(again, each.number, from, book);
    const after = judgedOn(again, each.number, from, withNew);
    changed.push(...changeOf(each.number, again.service.name, before, after));
  }
  return { cases, tried: rows.length, changed, past: await past(hall, row, [...readers]) };
}

type Change = NonNullable<ReturnType<typeof changeOf>[number]>;

/** What the new value makes otherwise of a case; nothing where it stays as it was. */
function changeOf(number: string, serviceName: string, before: Verdict, after: Verdict) {
  if (before.outcome === after.outcome && before.fen === after.fen) return [];
  const rules = after.against.filter(({ rule }) => !before.against.some((b) => b.rule === rule));
  return [
    {
      number,
      serviceName,
      before: before.outcome,
      after: after.outcome,
      rules,
      beforeFen: before.fen,
      afterFen: after.fen,
    },
  ];
}

async function past(hall: Hall, row: PolicyRow, services: readonly string[]) {
  const where = pastCases(hall.clock.now().toPlainDate(), services);
  const cases = await hall.db.application.count({ where });
  const changed: Change[] = [];
  let tried = 0;
  for await (const { number, service, before, after } of judgedPast(hall, row, where)) {
    tried += 1;
    changed.push(...changeOf(number, serviceName(service), before, after));
  }
  return { days: TRIAL_DAYS, cases, tried, changed };
}

/** The book as it would be once the value is released. */
async function bookWith({ db }: Hall, row: PolicyRow): Promise<PolicyBook> {
  const all = await db.policyValue.findMany({ where: { state: "released" } });
  const ofKey = all.filter(({ key }) => key === row.key);
  const { until, closes, replaces } = placeValue(row.key, row.value, plainDay(row.fromDay), ofKey);
  const placed = all
    .filter(({ id }) => id !== replaces?.id)
    .map((each) => (each.id === closes?.id ? { ...each, untilDay: row.fromDay } : each));
  const entry = policyEntryOf({ ...row, untilDay: until && asDate(until) });
  return new PolicyBook([...placed.map(policyEntryOf), entry], "trial");
}

function judgedOn(
  { service, judged: { request }, read }: JudgedAgain,
  number: string,
  today: Day,
  policy: PolicyReader,
): Verdict {
  const now = today.toPlainDateTime(Temporal.PlainTime.from("10:00"));
  const situation = { ...read.situation, policy, today, now };
  const judged = judgeRequest(service, { ...read, situation }, request.input, number);
  const against = judged.findings.filter(({ outcome }) => outcome !== "holds");
  const stages = service.process.map((_, index) => reviewStageOf(service, index));
  const moves = stages.find((stage) => stage?.moves)?.moves;
  return {
    outcome: judged.outcome,
    against: against.map(({ rule, words }) => ({ rule, words })),
    fen: judged.outcome === "open" && moves ? Number(moves(judged.request)) : null,
  };
}
