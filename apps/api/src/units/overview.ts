import type { UnitOverview } from "@hall/contracts/unit-overview";
import type { CaseState } from "@hall/domain/case-states";
import { unitKindNames } from "@hall/domain/collecting-unit";
import { type Day, daysBetween, isAfter } from "@hall/domain/dates";
import { serviceName } from "@hall/domain/services";
import { stateNames } from "../cases/present.ts";
import { dayOf, instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import type { Call } from "../http/route.ts";
import { permissionsOf } from "../store/unit-permissions.ts";
import { countsOf } from "../students/counts.ts";
import { permissionJson } from "./present.ts";
import { waitingWork } from "./waiting.ts";

type Agent = Extract<Actor, { kind: "agent" }>;

/** Lists shown of those that were filed: the newest. */
const MOST_FILED = 10;

/** The unit's day on one page; every part is about the unit of whoever asks. */
export async function overview({
  hall,
  actor,
}: Call<undefined, undefined, undefined>): Promise<UnitOverview> {
  if (actor.kind !== "agent") throw new Error("only agents act for a unit");
  const { unitId } = actor;
  const today = hall.clock.now().toPlainDate();
  const [unit, waiting, filed, employees, students, agents, permissions, certificate] =
    await Promise.all([
      hall.db.unit.findUniqueOrThrow({ where: { id: unitId } }),
      waitingWork(hall, unitId, today),
      filedLists(hall, unitId),
      hall.db.employment.count({ where: { unitId, toMonth: null } }),
      studentsOf(hall, unitId),
      agentsOf(hall, actor),
      permissionsOf(hall, [unitId]),
      certificateOf(hall, unitId, today),
    ]);
  return {
    unit: {
      code: unit.code,
      name: unit.name,
      creditCode: unit.creditCode,
      kindName: unitKindNames[unit.kind as keyof typeof unitKindNames],
    },
    waiting,
    filed,
    employees,
    students,
    agents,
    permissions: permissions.map((each) => permissionJson(each, today, new Map())),
    certificate,
    signedInBy: actor.method,
  };
}

/** Null for a unit that collects for nobody (STE-1). */
async function studentsOf(hall: Hall, unitId: string): Promise<UnitOverview["students"]> {
  const isCollecting = await hall.db.schoolClass.findFirst({ where: { unitId } });
  return isCollecting ? countsOf(hall, { unitId }) : null;
}

async function filedLists({ db }: Hall, unitId: string): Promise<UnitOverview["filed"]> {
  const batches = await db.listBatch.findMany({
    where: { unitId, state: "filed" },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_FILED,
  });
  const cases = await db.application.findMany({
    where: { number: { in: batches.flatMap(({ applicationNumber }) => applicationNumber ?? []) } },
    select: { number: true, state: true, submittedAt: true },
  });
  const byNumber = new Map(cases.map((each) => [each.number, each]));
  return batches.flatMap(({ applicationNumber, service, fileName, totalRows }) => {
    const filed = byNumber.get(applicationNumber ?? "");
    if (!filed) return [];
    const state = filed.state as CaseState;
    return [
      {
        applicationNumber: filed.number,
        serviceName: serviceName(service),
        fileName,
        totalRows,
        state,
        stateName: stateNames[state],
        submittedAt: instantText(filed.submittedAt),
      },
    ];
  });
}

async function agentsOf({ db }: Hall, you: Agent): Promise<UnitOverview["agents"]> {
  const agents = await db.agent.findMany({
    where: { unitId: you.unitId },
    orderBy: [{ isFirst: "desc" }, { name: "asc" }],
  });
  const sessions = await db.session.groupBy({
    by: ["ownerId"],
    where: { ownerId: { in: agents.map(({ id }) => id) } },
    _max: { createdAt: true },
  });
  const last = new Map(sessions.map(({ ownerId, _max }) => [ownerId, _max.createdAt]));
  return agents.map(({ id, name, isFirst }) => {
    const signedInAt = last.get(id);
    return {
      name,
      isFirst,
      isYou: id === you.id,
      lastSignInAt: signedInAt ? instantText(signedInAt) : null,
    };
  });
}

/** Certificates follow the machine's time, as their check at sign-in does; their days are shown. */
async function certificateOf(
  { db, clock }: Hall,
  unitId: string,
  today: Day,
): Promise<UnitOverview["certificate"]> {
  const newest = await db.unitCertificate.findFirst({
    where: { unitId },
    orderBy: { notAfter: "desc" },
  });
  if (!newest) return null;
  const { serial, notBefore, notAfter, revokedAt } = newest;
  const validUntil = dayOf(notAfter);
  const isOver = notAfter <= clock.system() || isAfter(today, validUntil);
  return {
    serial,
    validFrom: dayOf(notBefore).toString(),
    validUntil: validUntil.toString(),
    state: revokedAt ? "revoked" : isOver ? "expired" : "valid",
    daysLeft: daysBetween(today, validUntil),
  };
}
