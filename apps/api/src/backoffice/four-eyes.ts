import type { Hall } from "../hall.ts";
import type { StaffMember } from "./staff.ts";

/** A case, as far as it bars somebody from deciding it. */
export interface BarredBy {
  /** Of the case, which may have a list; none for a review that has no case. */
  readonly number?: string;
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
 * decides their own case, a list with themselves in it, what they filed, or what they have approved
 * already.
 */
export async function barredFrom(
  hall: Hall,
  staff: StaffMember,
  found: BarredBy,
): Promise<string | null> {
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
  if (approvedBefore) return "您已经审核通过这件，复核须由另一位审核人员办理。";
  return (await standsInList(hall, staff, found.number))
    ? "这份名单里有您本人，须由其他审核人员办理。"
    : null;
}

/** Rows are found by the hash of the number that they are about, which is the person's own. */
async function standsInList(
  { db }: Hall,
  { personId }: StaffMember,
  applicationNumber: string | undefined,
): Promise<boolean> {
  if (personId === null || applicationNumber === undefined) return false;
  const batches = await db.listBatch.findMany({
    where: { applicationNumber },
    select: { id: true },
  });
  if (batches.length === 0) return false;
  const { identityHash: keyHash } = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: { identityHash: true },
  });
  const batchId = { in: batches.map(({ id }) => id) };
  return (await db.listRow.count({ where: { batchId, keyHash, removed: false } })) > 0;
}
