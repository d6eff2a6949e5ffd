import type { WaitingWork } from "@hall/contracts/unit-overview";
import type { Day } from "@hall/domain/dates";
import { serviceName } from "@hall/domain/services";
import { payByDay, premiumOf, yearInSeason } from "@hall/domain/services/student-enrolment/premium";
import { supplementUntil } from "../cases/supplement-limit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { lastDayOfUnfiled } from "../lists/forget.ts";
import { plainDay } from "../policy-shelf.ts";

/** More lists than these at once nobody has under way; the newest are shown. */
const MOST_LISTS = 30;

/** What waits for a unit, by its last day. */
export async function waitingWork(hall: Hall, unitId: string, today: Day): Promise<WaitingWork[]> {
  const parts = await Promise.all([
    unfiledLists(hall, unitId),
    supplements(hall, unitId),
    payments(hall, unitId, today),
    season(hall, unitId, today),
  ]);
  return parts
    .flat()
    .toSorted((one, other) =>
      one.deadline < other.deadline ? -1 : Number(one.deadline > other.deadline),
    );
}

async function unfiledLists({ db }: Hall, unitId: string): Promise<WaitingWork[]> {
  const batches = await db.listBatch.findMany({
    where: { unitId, state: { not: "filed" } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_LISTS,
  });
  return batches.map((batch) => ({
    kind: "list",
    deadline: lastDayOfUnfiled(batch.createdAt).toString(),
    service: batch.service,
    serviceName: serviceName(batch.service),
    batch: {
      id: batch.id,
      fileName: batch.fileName,
      state: batch.state as Extract<WaitingWork, { kind: "list" }>["batch"]["state"],
      totalRows: batch.totalRows,
      faultRows: batch.faultRows,
      createdAt: instantText(batch.createdAt),
    },
  }));
}

async function supplements(hall: Hall, unitId: string): Promise<WaitingWork[]> {
  const cases = await hall.db.application.findMany({
    where: { subjectId: unitId, state: "more-needed" },
    select: { number: true, service: true, pausedOn: true },
  });
  const { book } = await hall.policy.at();
  // The clock has stood since the day on which the centre asked.
  return cases.flatMap(({ number, service, pausedOn }) =>
    pausedOn
      ? [
          {
            kind: "supplement" as const,
            deadline: supplementUntil(book, pausedOn).toString(),
            serviceName: serviceName(service),
            applicationNumber: number,
          },
        ]
      : [],
  );
}

/** The next year's enrolment, while it is on and the unit collects for pupils. */
async function season(hall: Hall, unitId: string, today: Day): Promise<WaitingWork[]> {
  const { book } = await hall.policy.at();
  const year = yearInSeason(today, book);
  const premiumFen = premiumOf(year, book);
  if (year === today.year || premiumFen === null) return [];
  const { db } = hall;
  const [isCollecting, enrolled] = await Promise.all([
    db.schoolClass.findFirst({ where: { unitId } }),
    db.studentEnrolment.count({ where: { unitId, year, state: { not: "lapsed" } } }),
  ]);
  const deadline = payByDay(today, book).toString();
  return isCollecting
    ? [{ kind: "season", deadline, year, premiumFen: Number(premiumFen), enrolled }]
    : [];
}

/** Pupils not paid for, by the day until which their parents can pay. */
async function payments({ db }: Hall, unitId: string, today: Day): Promise<WaitingWork[]> {
  const groups = await db.studentEnrolment.groupBy({
    by: ["payBy"],
    where: { unitId, state: "payable", payBy: { gte: new Date(`${today.toString()}T00:00:00Z`) } },
    _count: { id: true },
  });
  return groups.map(({ payBy, _count }) => ({
    kind: "payment",
    deadline: plainDay(payBy).toString(),
    people: _count.id,
  }));
}
