import { enrolmentStates } from "@hall/domain/students";
import type { Hall } from "../hall.ts";

type Counts = Record<(typeof enrolmentStates)[number], number>;

/** Pupils of a unit by state, of one year or of all. */
export async function countsOf(
  { db }: Pick<Hall, "db">,
  where: { unitId: string; year?: number },
): Promise<Counts> {
  const groups = await db.studentEnrolment.groupBy({ by: ["state"], where, _count: true });
  const counted = new Map(groups.map(({ state, _count }) => [state, _count]));
  return Object.fromEntries(
    enrolmentStates.map((state) => [state, counted.get(state) ?? 0]),
  ) as Counts;
}
