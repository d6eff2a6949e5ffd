import type { StaffRole } from "@hall/contracts/endpoint";
import { words } from "./words.ts";

/** 审核、财务 */
export function rolesText(roles: readonly StaffRole[]): string {
  return roles.map((role) => words.roles[role]).join("、");
}
