import { formatDay } from "@hall/domain/dates";
import { formatCount } from "@hall/domain/figures";
import { writeMessage } from "@hall/domain/messages";
import { lapses } from "@hall/domain/services/student-enrolment/payment";
import type { Hall } from "../hall.ts";
import { commit, subjectMoves, untilCommitted } from "../store/commit.ts";
import { enrolmentsMove, type KeptEnrolment, overdue } from "../store/student-enrolments.ts";
import { unitNotice } from "../store/unit-notice.ts";

/**
 * Ends what nobody paid by its last day (STE-6), as of the business day, and tells the schools how
 * many; who they are, their list of students shows. Run again it finds nothing.
 */
export async function lapseUnpaidStudents(hall: Hall): Promise<number> {
  const today = hall.clock.now().toPlainDate();
  const ended = (await overdue(hall, today)).filter((each) => lapses(each, today));
  let lapsed = 0;
  for (const group of byUnitAndDay(ended)) {
    const outcome = await untilCommitted(() => lapseGroup(hall, group));
    if (outcome !== "moved") lapsed += outcome;
  }
  return lapsed;
}

/** All of one unit and one last day, or none: a payment may come in between. */
async function lapseGroup(hall: Hall, group: readonly KeptEnrolment[]): Promise<number | "moved"> {
  const [first] = group;
  if (!first) return 0;
  const today = hall.clock.now().toPlainDate();
  const still = (await overdue(hall, today, first.unitId)).filter(
    (each) => sameGroup(each, first) && lapses(each, today),
  );
  const [one] = still;
  if (!one) return 0;
  const until = formatDay(one.payBy);
  const message = writeMessage("student-lapsed", { count: formatCount(still.length), until });
  const id = `lapse:${one.id}:${today.toString()}`;
  const outcome = await commit(
    hall.db,
    [subjectMoves(one.unitId)],
    [
      ...enrolmentsMove(still, "lapsed"),
      ...unitNotice(id, one.unitId, message, hall.clock.instant()),
    ],
  );
  return outcome === "moved" ? "moved" : still.length;
}

const sameGroup = (one: KeptEnrolment, other: KeptEnrolment) =>
  one.unitId === other.unitId && one.payBy.equals(other.payBy);

function byUnitAndDay(ended: readonly KeptEnrolment[]): readonly (readonly KeptEnrolment[])[] {
  const groups = new Map<string, KeptEnrolment[]>();
  for (const each of ended) {
    const key = `${each.unitId} ${each.payBy.toString()}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()];
}
