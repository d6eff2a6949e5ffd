import type { Day } from "@hall/domain/dates";
import {
  type UnitPermission,
  type UnitPermissionKind,
  unitPermissionKinds,
} from "@hall/domain/unit-permissions";
import type { Hall } from "../hall.ts";
import { plainDay } from "../policy-shelf.ts";
import { type Part, write } from "./commit.ts";
import { type Prisma, sql } from "./database.ts";

/** A permission of a unit, with who opened and closed it. */
export interface KeptPermission extends UnitPermission {
  readonly id: string;
  readonly unitId: string;
  readonly openedAt: Date;
  readonly openedBy: string | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly closeReason: string | null;
}

/** The latest opened first. */
export async function permissionsOf(
  { db }: Pick<Hall, "db">,
  unitIds: readonly string[],
): Promise<readonly KeptPermission[]> {
  const rows = await db.unitPermission.findMany({
    where: { unitId: { in: [...unitIds] } },
    orderBy: [{ openedAt: "desc" }, { id: "desc" }],
  });
  return rows.map(kept);
}

export async function findPermission(
  { db }: Pick<Hall, "db">,
  unitId: string,
  id: string,
): Promise<KeptPermission | null> {
  const row = await db.unitPermission.findFirst({ where: { id, unitId } });
  return row && kept(row);
}

const kept = (row: Prisma.UnitPermissionGetPayload<object>): KeptPermission => ({
  ...row,
  kind: kindOf(row.kind),
  validFrom: plainDay(row.validFrom),
  validUntil: row.validUntil && plainDay(row.validUntil),
  closedOn: row.closedOn && plainDay(row.closedOn),
});

function kindOf(stored: string): UnitPermissionKind {
  const kind = unitPermissionKinds.find((each) => each === stored);
  if (!kind) throw new Error(`no permission of the kind ${stored}`);
  return kind;
}

/** PostgreSQL refuses it where the unit has one of the kind on a day of its span. */
export const permissionInsert = (opened: KeptPermission): Part =>
  write(
    "permission_opened",
    sql`INSERT INTO unit_permission (id, unit_id, kind, agreement, valid_from, valid_until,
                                     opened_at, opened_by)
        VALUES (${opened.id}::uuid, ${opened.unitId}::uuid, ${opened.kind}, ${opened.agreement},
                ${opened.validFrom.toString()}::date,
                ${opened.validUntil?.toString() ?? null}::date,
                ${opened.openedAt}::timestamptz, ${opened.openedBy}::uuid) RETURNING 1`,
  );

/** Where it is open still; to be demanded with `exactly("permission_closed", 1)`. */
export const permissionClose = (
  id: string,
  closing: { readonly at: Date; readonly on: Day; readonly by: string; readonly reason: string },
): Part =>
  write(
    "permission_closed",
    sql`UPDATE unit_permission
           SET closed_at = ${closing.at}::timestamptz, closed_on = ${closing.on.toString()}::date,
               closed_by = ${closing.by}::uuid, close_reason = ${closing.reason}
         WHERE id = ${id}::uuid AND closed_at IS NULL RETURNING 1`,
  );
