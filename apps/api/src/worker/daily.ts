import { addDays, type Day, formatDay, isAfter, isBefore } from "@hall/domain/dates";
import type { Effect } from "@hall/domain/effects";
import { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { holdsRelease, type Step, stepsInsert } from "../cases/case-parts.ts";
import { occasionOfCase } from "../cases/occasion-of-case.ts";
import { readCase } from "../cases/read-case.ts";
import { supplementUntil } from "../cases/supplement-limit.ts";
import { writeEffects } from "../effects/write-effects.ts";
import { statementOf } from "../finance/daily-statement.ts";
import type { Hall } from "../hall.ts";
import { fillDueDates } from "../policy/fill-due-dates.ts";
import { caseUnchanged, commit, type Part, subjectMoves, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { tellOfExpiringCertificates } from "../units/certificate-expiry.ts";

/** APP-4: so long the answer of a request is kept. */
const KEYS_KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export interface DailyWork {
  readonly reminded: number;
  readonly lapsed: number;
  readonly dated: number;
  /** Certificates of units of whose end their agents were told. */
  readonly ending: number;
  readonly differences: number;
}

/**
 * What falls due by the business day. It runs every hour and asks the business clock: each step is
 * done once, whenever it comes. Overdue reviews only raise an alarm, they never decide themselves.
 */
export async function runDaily(hall: Hall): Promise<DailyWork> {
  const { reminded, lapsed } = await watchSupplements(hall);
  const dated = await fillDueDates(hall);
  const ending = await tellOfExpiringCertificates(hall);
  const forgetBefore = new Date(hall.clock.system().getTime() - KEYS_KEPT_DAYS * DAY_MS);
  await hall.db.idempotencyKey.deleteMany({ where: { createdAt: { lt: forgetBefore } } });
  const yesterday = addDays(hall.clock.now().toPlainDate(), -1);
  const { differences } = await statementOf(hall, yesterday.toString());
  const work = { reminded, lapsed, dated, ending, differences: differences.length };
  if (differences.length > 0)
    hall.log.error({ day: yesterday.toString(), ...work }, "books differ");
  else hall.log.info(work, "daily work done");
  return work;
}

/** Reminds before a supplement's last day, and ends the case after it (补正逾期失效). */
async function watchSupplements(hall: Hall): Promise<Pick<DailyWork, "reminded" | "lapsed">> {
  const today = hall.clock.now().toPlainDate();
  const rows = await hall.db.application.findMany({
    where: { state: "more-needed" },
    select: { number: true },
    orderBy: { number: "asc" },
  });
  let reminded = 0;
  let lapsed = 0;
  for (const { number } of rows) {
    const done = await watchOne(hall, number, today);
    if (done === "reminded") reminded += 1;
    if (done === "lapsed") lapsed += 1;
  }
  return { reminded, lapsed };
}

type Found = NonNullable<Awaited<ReturnType<typeof readCase>>>;

async function watchOne(
  hall: Hall,
  number: string,
  today: Day,
): Promise<"reminded" | "lapsed" | null> {
  const found = await readCase(hall, number);
  const asked = found?.decisions.find(({ kind }) => kind === "ask");
  if (!found || !asked || found.view.state !== "more-needed") return null;
  const { book } = await hall.policy.at();
  const until = supplementUntil(book, asked.at);
  if (isAfter(today, until)) return (await lapse(hall, found)) ? "lapsed" : null;
  const remindFrom = addDays(until, -book.on("case.supplementReminderDays", today));
  const isReminded = found.view.steps.some(({ event }) => event === "remind");
  if (isReminded || isBefore(today, remindFrom)) return null;
  return (await remind(hall, found, until, asked.missing)) ? "reminded" : null;
}

const missingItems = z.array(z.object({ item: z.string() }));
const system = { actorKind: "system", actorId: null, actorLabel: "系统" } as const;

function remind(hall: Hall, found: Found, until: Day, missing: unknown): Promise<boolean> {
  const items = missingItems.parse(missing ?? []).map(({ item }) => item);
  const told: Effect = {
    kind: "message.send",
    slot: "reminded",
    template: "supplement-reminder",
    values: { missing: items.join("、"), until: formatDay(until) },
  };
  const note = `请在${formatDay(until)}前（含当日）补正`;
  return move(hall, found, { ...system, event: "remind", state: "more-needed", note }, told, []);
}

function lapse(hall: Hall, found: Found): Promise<boolean> {
  const at = hall.clock.instant();
  const told: Effect = {
    kind: "message.send",
    slot: "lapsed",
    template: "case-lapsed",
    values: {},
  };
  const { number, subjectId } = found.row;
  const audit = auditPart({
    actor: "system",
    action: "case.lapse",
    subjectId,
    reference: number,
    at,
  });
  return move(hall, found, { ...system, event: "lapse", state: "lapsed" }, told, [
    holdsRelease(number, at),
    write("audit", audit),
  ]);
}

/** False where somebody else moved the case meanwhile: the next run looks again. */
async function move(
  hall: Hall,
  { row }: Found,
  step: Step,
  told: Effect,
  parts: readonly Part[],
): Promise<boolean> {
  const at = hall.clock.instant();
  const finishedAt = step.state === "lapsed" ? at : null;
  const outcome = await commit(
    hall.db,
    [caseUnchanged(row.number, row.version), subjectMoves(row.subjectId)],
    [
      write(
        "case_moves",
        sql`UPDATE application SET state = ${step.state}, finished_at = ${finishedAt}::timestamptz,
                   version = version + 1
             WHERE number = ${row.number} RETURNING 1`,
      ),
      stepsInsert(row.number, [step], at),
      ...writeEffects([told], occasionOfCase(hall, row, row.stage, row.version, at)).parts,
      ...parts,
    ],
  );
  return outcome === "committed";
}
