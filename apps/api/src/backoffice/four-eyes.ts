import type { Hall } from "../hall.ts";
import type { StaffMember } from "./staff.ts";

/** Whose something is. */
export interface Owned {
  readonly subjectId: string;
  readonly filedBy: string;
}

/** A case, as far as it bars somebody from deciding it. */
export interface BarredBy extends Owned {
  readonly number: string;
  readonly stage: number;
  readonly decisions: readonly {
    readonly kind: string;
    readonly stage: number;
    readonly staffId: string;
  }[];
}

/** Why this person may not judge what is their own, as a sentence; null where it isn't (SGN-2). */
export function barredFromOwn(staff: StaffMember, { subjectId, filedBy }: Owned): string | null {
  if (staff.personId !== null && staff.personId === subjectId) {
    return "这是您本人的办件，须由其他审核人员办理。";
  }
  return filedBy === staff.id || filedBy === staff.personId
    ? "这件是您提交或登记的，须由其他审核人员办理。"
    : null;
}

/**
 * As `barredFromOwn`, for a case: nobody decides what they have approved already, either, nor a
 * list with themselves in it.
 */
export async function barredFrom(
  hall: Hall,
  staff: StaffMember,
  found: BarredBy,
): Promise<string | null> {
  const own = barredFromOwn(staff, found);
  if (own) return own;
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
  applicationNumber: string,
): Promise<boolean> {
  if (personId === null) return false;
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
