import type { StaffMember } from "./staff.ts";

/** A case, as far as it bars somebody from deciding it. */
export interface BarredBy {
  readonly subjectId: string;
  readonly filedBy: string;
  readonly stage: number;
  readonly decisions: readonly {
    readonly kind: string;
    readonly stage: number;
    readonly staffId: string;
  }[];
}

/**
 * Why this person may not work on the case, as a sentence; null where they may (SGN-2): nobody
 * decides their own case, what they filed themselves, or what they have approved already.
 */
export function barredFrom(staff: StaffMember, found: BarredBy): string | null {
  if (staff.personId !== null && staff.personId === found.subjectId) {
    return "这是您本人的办件，须由其他审核人员办理。";
  }
  if (found.filedBy === staff.id || found.filedBy === staff.personId) {
    return "这件是您提交或登记的，须由其他审核人员办理。";
  }
  const approvedBefore = found.decisions.some(
    ({ kind, stage, staffId }) =>
      kind === "approve" && stage === found.stage && staffId === staff.id,
  );
  return approvedBefore ? "您已经审核通过这件，复核须由另一位审核人员办理。" : null;
}
