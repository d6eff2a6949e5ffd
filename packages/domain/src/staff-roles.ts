/** What members of staff may be, in the order in which they are listed. */
export const staffRoles = ["reviewer", "counter", "finance", "policy", "auditor", "admin"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** What each is called, wherever roles are named. */
export const staffRoleNames: Readonly<Record<StaffRole, string>> = {
  reviewer: "审核人员",
  counter: "窗口人员",
  finance: "财务人员",
  policy: "参数管理人员",
  auditor: "审计人员",
  admin: "系统管理人员",
};

/** 审核人员、财务人员; what isn't a role is left out. */
export const staffRolesText = (roles: readonly string[]): string =>
  roles.flatMap((role) => (isStaffRole(role) ? staffRoleNames[role] : [])).join("、");

const isStaffRole = (name: string): name is StaffRole =>
  (staffRoles as readonly string[]).includes(name);

/**
 * Why these roles can't be one person's, as a sentence; null where they can (SGN-2). Who watches
 * over the others holds no keys to their accounts: GB/T 22239 parts the two. Between the other
 * roles four eyes are kept case by case.
 */
export function staffRolesFault(roles: readonly StaffRole[]): string | null {
  if (roles.length === 0) return "请至少选一个岗位";
  const isBoth = roles.includes("admin") && roles.includes("auditor");
  return isBoth ? "系统管理和审计不能由同一人担任" : null;
}
