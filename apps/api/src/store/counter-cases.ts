import type { Day } from "@hall/domain/dates";
import { type CounterOutcome, counterOutcomes } from "@hall/domain/progress";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import { type Guard, type Part, write } from "./commit.ts";
import { type Prisma, sql } from "./database.ts";

/** A counter case as the window works on it. */
export interface KeptCounterCase {
  readonly number: string;
  readonly matter: string;
  readonly person: { readonly id: string; readonly personalNumber: string; readonly name: string };
  readonly acceptedAt: Date;
  readonly workingDays: number;
  readonly dueOn: Day | null;
  readonly step: string;
  readonly outcome: CounterOutcome | null;
  readonly result: string | null;
  readonly finishedAt: Date | null;
  readonly version: number;
}

export interface KeptStep {
  readonly no: number;
  readonly title: string;
  readonly note: string | null;
  readonly staffId: string | null;
  readonly at: Date;
}

/** Last one of the page before. */
export interface CounterPlace {
  readonly acceptedAt: Date;
  readonly number: string;
}

interface Filter {
  readonly isOpenOnly: boolean;
  readonly personalNumber?: string | undefined;
}

/** The latest taken in first. */
export async function counterCasesPage(
  { db }: Hall,
  { isOpenOnly, personalNumber }: Filter,
  take: number,
  after: CounterPlace | null,
): Promise<readonly KeptCounterCase[]> {
  const person = personalNumber
    ? await db.person.findUnique({ where: { personalNumber }, select: { id: true } })
    : null;
  if (personalNumber && !person) return [];
  const conditions: Prisma.CounterCaseWhereInput[] = [];
  if (isOpenOnly) conditions.push({ finishedAt: null });
  if (person) conditions.push({ personId: person.id });
  if (after) {
    const { acceptedAt, number } = after;
    conditions.push({
      OR: [{ acceptedAt: { lt: acceptedAt } }, { acceptedAt, number: { lt: number } }],
    });
  }
  const rows = await db.counterCase.findMany({
    where: { AND: conditions },
    orderBy: [{ acceptedAt: "desc" }, { number: "desc" }],
    take,
  });
  const people = await db.person.findMany({
    where: { id: { in: rows.map(({ personId }) => personId) } },
    select: { id: true, personalNumber: true, name: true },
  });
  const byId = new Map(people.map((each) => [each.id, each]));
  return rows.flatMap((row) => {
    const known = byId.get(row.personId);
    return known ? [kept(row, known)] : [];
  });
}

export async function findCounterCase(
  hall: Hall,
  number: string,
): Promise<{ readonly found: KeptCounterCase; readonly steps: readonly KeptStep[] } | null> {
  const row = await hall.db.counterCase.findUnique({ where: { number } });
  if (!row) return null;
  const [person, steps] = await Promise.all([
    hall.db.person.findUniqueOrThrow({
      where: { id: row.personId },
      select: { id: true, personalNumber: true, name: true },
    }),
    hall.db.counterCaseStep.findMany({
      where: { caseNumber: number },
      orderBy: { no: "asc" },
      omit: { caseNumber: true },
    }),
  ]);
  return { found: kept(row, person), steps };
}

function kept(
  { personId: _, registeredBy: __, ...row }: Prisma.CounterCaseGetPayload<object>,
  person: KeptCounterCase["person"],
): KeptCounterCase {
  return {
    ...row,
    person,
    dueOn: row.dueOn && plainDay(row.dueOn),
    outcome: counterOutcomes.find((each) => each === row.outcome) ?? null,
  };
}

export const counterCaseUnchanged = (number: string, version: number): Guard => sql`
  SELECT 1 FROM counter_case WHERE number = ${number} AND version = ${version} FOR UPDATE`;

export const counterCaseInsert = (made: KeptCounterCase, staffId: string): Part =>
  write(
    "counter_case_made",
    sql`INSERT INTO counter_case (number, person_id, matter, working_days, accepted_at, due_on,
                                  step, registered_by)
        VALUES (${made.number}, ${made.person.id}::uuid, ${made.matter}, ${made.workingDays},
                ${made.acceptedAt}::timestamptz, ${made.dueOn?.toString() ?? null}::date,
                ${made.step}, ${staffId}::uuid) RETURNING 1`,
  );

export const counterCaseUpdate = (moved: KeptCounterCase): Part =>
  write(
    "counter_case_moves",
    sql`UPDATE counter_case
           SET step = ${moved.step}, outcome = ${moved.outcome}, result = ${moved.result},
               finished_at = ${moved.finishedAt}::timestamptz, version = ${moved.version}
         WHERE number = ${moved.number} RETURNING 1`,
  );

export const counterStepInsert = (number: string, step: KeptStep): Part =>
  write(
    "counter_case_step_made",
    sql`INSERT INTO counter_case_step (case_number, no, title, note, staff_id, at)
        VALUES (${number}, ${step.no}, ${step.title}, ${step.note}, ${step.staffId}::uuid,
                ${step.at}::timestamptz) RETURNING 1`,
  );
