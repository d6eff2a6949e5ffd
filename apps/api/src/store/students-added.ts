import type { Day } from "@hall/domain/dates";
import type { StudentSpan } from "@hall/domain/services/student-query/scope";
import { type EnrolmentState, enrolmentStates } from "@hall/domain/students";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import { asDate, type Prisma, sql } from "./database.ts";

/** A student whom a unit has enrolled. */
export interface AddedStudent {
  readonly id: string;
  readonly enrolledOn: Day;
  readonly year: number;
  readonly name: string;
  readonly identityNumber: string;
  readonly classCode: string;
  readonly guardian: string;
  readonly state: EnrolmentState;
  readonly paidOn: Day | null;
}

/** Last one of the page before. */
export interface StudentPlace {
  readonly enrolledOn: Date;
  readonly id: string;
}

const ofSpan = (
  unitId: string,
  { start, end }: StudentSpan,
): Prisma.StudentEnrolmentWhereInput => ({
  unitId,
  enrolledOn: { gte: asDate(start), lte: asDate(end) },
});

/** The latest first, `take` of them after a place; a unit's own alone. */
export async function studentsAdded(
  { db, cipher }: Hall,
  unitId: string,
  span: StudentSpan,
  take: number,
  after: StudentPlace | null,
): Promise<readonly AddedStudent[]> {
  const behind: Prisma.StudentEnrolmentWhereInput = after
    ? {
        OR: [
          { enrolledOn: { lt: after.enrolledOn } },
          { enrolledOn: after.enrolledOn, id: { lt: after.id } },
        ],
      }
    : {};
  const rows = await db.studentEnrolment.findMany({
    where: { AND: [ofSpan(unitId, span), behind] },
    orderBy: [{ enrolledOn: "desc" }, { id: "desc" }],
    take,
    omit: { mobileCipher: true, identityHash: true },
  });
  return rows.map((row) => ({
    id: row.id,
    enrolledOn: plainDay(row.enrolledOn),
    year: row.year,
    name: row.name,
    identityNumber: cipher.open(row.identityCipher),
    classCode: row.classCode,
    guardian: row.guardian,
    state: stateOf(row.state),
    paidOn: row.paidOn && plainDay(row.paidOn),
  }));
}

export const countStudentsAdded = ({ db }: Hall, unitId: string, span: StudentSpan) =>
  db.studentEnrolment.count({ where: ofSpan(unitId, span) });

/** How many there are of each state in each class. */
export interface StudentCount {
  readonly classCode: string;
  readonly state: EnrolmentState;
  readonly count: number;
}

export async function studentCounts(
  { db }: Hall,
  unitId: string,
  { start, end }: StudentSpan,
): Promise<readonly StudentCount[]> {
  const rows = await db.$queryRaw<{ class_code: string; state: string; count: bigint }[]>(sql`
    SELECT class_code, state, count(*) AS count FROM student_enrolment
     WHERE unit_id = ${unitId}::uuid
       AND enrolled_on BETWEEN ${start.toString()}::date AND ${end.toString()}::date
     GROUP BY class_code, state`);
  return rows.map(({ class_code, state, count }) => ({
    classCode: class_code,
    state: stateOf(state),
    count: Number(count),
  }));
}

function stateOf(text: string): EnrolmentState {
  const state = enrolmentStates.find((each) => each === text);
  if (!state) throw new Error(`an enrolment is ${text}`);
  return state;
}
