import type { StaffAccountJson } from "@hall/contracts/backoffice/staff";
import { staffRoles } from "@hall/domain/staff-roles";
import { staffNames } from "../backoffice/staff.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Prisma } from "../store/database.ts";

export type StaffRow = Prisma.StaffGetPayload<object>;

/** @param selfId whoever asks */
export async function accountsJson(
  hall: Hall,
  rows: readonly StaffRow[],
  selfId: string,
): Promise<readonly StaffAccountJson[]> {
  const ids = rows.map(({ id }) => id);
  const people = rows.flatMap(({ personId }) => (personId ? [personId] : []));
  const [lockers, numbers, sessions, credentials] = await Promise.all([
    staffNames(
      hall,
      rows.map(({ lockedBy }) => lockedBy),
    ),
    hall.db.person.findMany({
      where: { id: { in: people } },
      select: { id: true, personalNumber: true },
    }),
    hall.db.session.groupBy({
      by: ["ownerId"],
      where: { ownerId: { in: ids } },
      _max: { createdAt: true },
    }),
    hall.db.credential.findMany({
      where: { ownerId: { in: ids } },
      select: { ownerId: true, mustChange: true },
    }),
  ]);
  const numberOf = new Map(numbers.map(({ id, personalNumber }) => [id, personalNumber]));
  const signedInAt = new Map(sessions.map(({ ownerId, _max }) => [ownerId, _max.createdAt]));
  const mustChange = new Map(credentials.map((each) => [each.ownerId, each.mustChange]));
  return rows.map((row) => ({
    id: row.id,
    username: row.username,
    name: row.name,
    roles: staffRoles.filter((role) => row.roles.includes(role)),
    personalNumber: (row.personId && numberOf.get(row.personId)) ?? null,
    lockedAt: row.lockedAt && instantText(row.lockedAt),
    lockedBy: (row.lockedBy && lockers.get(row.lockedBy)) ?? null,
    lastSignInAt: textOf(signedInAt.get(row.id)),
    mustChangePassword: mustChange.get(row.id) ?? false,
    isSelf: row.id === selfId,
  }));
}

const textOf = (at: Date | null | undefined) => (at ? instantText(at) : null);

export async function accountJson(
  hall: Hall,
  row: StaffRow,
  selfId: string,
): Promise<StaffAccountJson> {
  const [account] = await accountsJson(hall, [row], selfId);
  if (!account) throw new Error("an account without its row");
  return account;
}
