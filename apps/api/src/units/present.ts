import type { UnitPermissionJson } from "@hall/contracts/backoffice/units";
import { type Day, isAfter } from "@hall/domain/dates";
import { isPermittedOn, unitPermissionNames } from "@hall/domain/unit-permissions";
import { instantText } from "../clock.ts";
import type { KeptPermission } from "../store/unit-permissions.ts";

/** @param names of staff by their id */
export function permissionJson(
  permission: KeptPermission,
  today: Day,
  names: ReadonlyMap<string, string>,
): UnitPermissionJson {
  const { id, kind, agreement, validFrom, validUntil, openedAt, closedAt } = permission;
  const nameOf = (staffId: string | null) => (staffId ? (names.get(staffId) ?? null) : null);
  return {
    id,
    kind,
    kindName: unitPermissionNames[kind],
    agreement,
    validFrom: validFrom.toString(),
    validUntil: validUntil?.toString() ?? null,
    state: stateOn(permission, today),
    openedAt: instantText(openedAt),
    openedBy: nameOf(permission.openedBy),
    closedAt: closedAt && instantText(closedAt),
    closedBy: nameOf(permission.closedBy),
    closeReason: permission.closeReason,
  };
}

function stateOn(permission: KeptPermission, today: Day): UnitPermissionJson["state"] {
  if (permission.closedOn !== null) return "closed";
  if (isPermittedOn(permission, today)) return "in-force";
  return isAfter(permission.validFrom, today) ? "coming" : "ended";
}
