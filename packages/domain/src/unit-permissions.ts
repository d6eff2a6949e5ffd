import { type Day, formatDay, isAfter, isOnOrAfter, isOnOrBefore } from "./dates.ts";
import { dayFigure, text } from "./figures.ts";
import {
  type Citation,
  holds,
  notBefore,
  type Rule,
  type RuleCode,
  toCounter,
} from "./findings.ts";
import type { Situation } from "./service.ts";

/** What a unit may do only after the centre has opened it to this unit. */
export const unitPermissionKinds = ["remote-care-registration", "collective-rent"] as const;
export type UnitPermissionKind = (typeof unitPermissionKinds)[number];

export const unitPermissionNames: Readonly<Record<UnitPermissionKind, string>> = {
  "remote-care-registration": "异地就医登记（单位申请）",
  "collective-rent": "集体租房提取公积金",
};

/** A permission that staff have opened to a unit; a closed one stays on record. */
export interface UnitPermission {
  readonly kind: UnitPermissionKind;
  /** Name and number of the agreement or the request on which it was opened. */
  readonly agreement: string;
  readonly validFrom: Day;
  /** Last day, included; null without an end. */
  readonly validUntil: Day | null;
  /** The day on which staff closed it: from that day on it doesn't count. Null while open. */
  readonly closedOn: Day | null;
}

/** Counts on this day: begun, neither ended nor closed. */
export const isPermittedOn = (permission: UnitPermission, on: Day): boolean =>
  isOnOrAfter(on, permission.validFrom) &&
  (permission.validUntil === null || isOnOrBefore(on, permission.validUntil)) &&
  (permission.closedOn === null || isAfter(permission.closedOn, on));

/** The permission of this kind that counts on this day; at most one does. */
export const permissionOn = (
  permissions: readonly UnitPermission[],
  kind: UnitPermissionKind,
  on: Day,
): UnitPermission | null =>
  permissions.find((each) => each.kind === kind && isPermittedOn(each, on)) ?? null;

/**
 * The centre has opened the matter to this unit. Each service has the rule under its own code.
 * Without a permission the way leads to the counter, where it is asked for; one that begins later
 * tells its first day.
 * @param howToAsk a sentence that says with which papers the unit asks for the permission
 */
export const unitIsPermitted = (
  code: RuleCode,
  citation: Citation,
  kind: UnitPermissionKind,
  howToAsk: string,
): Rule<Situation<"unit" | "unitPermissions">> => ({
  code,
  words: `中心已为本单位开通“${unitPermissionNames[kind]}”权限`,
  citation,
  boundary: "权限的有效期",
  judge: ({ facts: { unit, unitPermissions }, today }) => {
    const required = text("办理条件", `已开通“${unitPermissionNames[kind]}”权限`, "required");
    const ofKind = unitPermissions.filter((each) => each.kind === kind);
    const current = permissionOn(ofKind, kind, today);
    if (current) return holds(required, dayFigure("开通自", current.validFrom, "actual"));
    const coming = ofKind.find((each) => each.closedOn === null && isAfter(each.validFrom, today));
    if (coming) {
      return notBefore(coming.validFrom, {
        message: `${unit.name}的权限自${formatDay(coming.validFrom)}起有效。`,
        figures: [required, dayFigure("开通自", coming.validFrom, "actual")],
      });
    }
    return toCounter({
      message: `${unit.name}${lack(ofKind)}，不能在网上申请。`,
      figures: [required, text("本单位", stateWords(ofKind), "actual")],
      remedy: { text: howToAsk },
    });
  },
});

function lack(ofKind: readonly UnitPermission[]): string {
  const last = ofKind.at(-1);
  if (!last) return "还没有开通这项权限";
  if (last.closedOn !== null) return `的这项权限已于${formatDay(last.closedOn)}关闭`;
  return "的这项权限已到期";
}

function stateWords(ofKind: readonly UnitPermission[]): string {
  const last = ofKind.at(-1);
  if (!last) return "未开通";
  if (last.closedOn !== null) return `${formatDay(last.closedOn)}已关闭`;
  return last.validUntil ? `有效期至${formatDay(last.validUntil)}` : "未开通";
}
