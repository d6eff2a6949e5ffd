import type { Day } from "@hall/domain/dates";
import { fen } from "@hall/domain/fen";
import type { EnrolmentDue } from "@hall/domain/services/student-enrolment/payment";
import { type EnrolmentState, enrolmentStates } from "@hall/domain/students";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import { call, type Part, write } from "./commit.ts";
import { asDate, raw, sql } from "./database.ts";

/** An enrolment as payments and lapses see it. */
export interface KeptEnrolment extends EnrolmentDue {
  readonly id: string;
  readonly unitId: string;
}

interface DueRow {
  readonly id: string;
  readonly unitId: string;
  readonly state: string;
  readonly premiumFen: bigint;
  readonly payBy: Date;
  readonly paidOn: Date | null;
}

const dueColumns = {
  id: true,
  unitId: true,
  state: true,
  premiumFen: true,
  payBy: true,
  paidOn: true,
} as const;

const stateOf = (text: string): EnrolmentState => {
  const state = enrolmentStates.find((each) => each === text);
  if (!state) throw new Error(`an enrolment is ${text}`);
  return state;
};

const kept = ({ id, unitId, state, premiumFen, payBy, paidOn }: DueRow): KeptEnrolment => ({
  id,
  unitId,
  state: stateOf(state),
  premiumFen: fen(premiumFen),
  payBy: plainDay(payBy),
  paidOn: paidOn && plainDay(paidOn),
});

/** Whose enrolment of a year is looked for. */
export const enrolmentKey = (hall: Hall, identityNumber: string, year: number): string =>
  `${Buffer.from(hall.cipher.lookup(identityNumber)).toString("hex")} ${year}`;

/**
 * The enrolments of these students, by `enrolmentKey`. Of several of one year the one that counts
 * is meant; where none does, the last that lapsed.
 */
export async function enrolmentsOf(
  hall: Hall,
  students: readonly { readonly identityNumber: string; readonly year: number }[],
): Promise<Map<string, KeptEnrolment>> {
  const rows = await hall.db.studentEnrolment.findMany({
    where: {
      identityHash: {
        in: students.map(({ identityNumber }) => hall.cipher.lookup(identityNumber)),
      },
      year: { in: [...new Set(students.map(({ year }) => year))] },
    },
    select: { ...dueColumns, identityHash: true, year: true },
    orderBy: [{ payBy: "asc" }, { id: "asc" }],
  });
  const found = new Map<string, KeptEnrolment>();
  for (const row of rows) {
    const key = `${Buffer.from(row.identityHash).toString("hex")} ${row.year}`;
    const known = found.get(key);
    if (!known || known.state === "lapsed") found.set(key, kept(row));
  }
  return found;
}

/** Those that nobody has paid and whose last day is over, of one unit after the other, or of one. */
export async function overdue(
  { db }: Hall,
  today: Day,
  unitId?: string,
): Promise<readonly KeptEnrolment[]> {
  const rows = await db.studentEnrolment.findMany({
    where: { state: "payable", payBy: { lt: asDate(today) }, ...(unitId ? { unitId } : {}) },
    select: dueColumns,
    orderBy: [{ unitId: "asc" }, { payBy: "asc" }],
  });
  return rows.map(kept);
}

/** Moves enrolments to a state; fails the whole write where one is no longer as it was read. */
export function enrolmentsMove(
  enrolments: readonly (KeptEnrolment & { readonly paid?: Day })[],
  state: "paid" | "lapsed",
): readonly Part[] {
  if (enrolments.length === 0) return [];
  const moved = `students_${state}`;
  return [
    write(
      moved,
      sql`UPDATE student_enrolment AS s SET state = ${state}, paid_on = m.paid_on
            FROM unnest(${enrolments.map(({ id }) => id)}::text[],
                        ${enrolments.map((each) => each.state)}::text[],
                        ${enrolments.map(({ paid }) => paid?.toString() ?? null)}::date[])
                 AS m (id, was, paid_on)
           WHERE s.id = m.id AND s.state = m.was RETURNING 1`,
    ),
    call(
      `${moved}_all`,
      sql`SELECT require_guards((SELECT count(*) FROM ${raw(moved)}) = ${enrolments.length})`,
    ),
  ];
}
