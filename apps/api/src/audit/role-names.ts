import type { StaffRole } from "@hall/contracts/endpoint";

const roles: Readonly<Record<StaffRole, string>> = {
  reviewer: "审核人员",
  counter: "窗口人员",
  finance: "财务人员",
  policy: "政策管理员",
  auditor: "审计人员",
  admin: "系统管理员",
};

/** Roles as the log keeps them, by their names; what isn't one is left out. */
export function rolesNamed(kept: string): string {
  const names: Readonly<Record<string, string>> = roles;
  return kept
    .split(/[ ,]/)
    .flatMap((role) => names[role] ?? [])
    .join("、");
}
