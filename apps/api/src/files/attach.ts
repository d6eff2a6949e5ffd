import type { EvidenceInput, EvidenceReceiptJson } from "@hall/contracts/files";
import { evidenceFaults, slotFaults } from "@hall/domain/evidence";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Guard } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import type { AnySlot } from "./evidence-slots.ts";
import { type FileRow, measuredSchema, receiptOf } from "./file-row.ts";

export interface Attaching {
  readonly actor: Actor;
  readonly service: string;
  /** The slots that apply to what is asked. */
  readonly slots: readonly AnySlot[];
  readonly evidence: EvidenceInput;
  readonly applicationNumber: string;
  readonly at: Date;
}

/** What a write must hold to give a case its files, and what its receipt says of them. */
export interface Attached {
  readonly guards: readonly Guard[];
  readonly receipts: readonly EvidenceReceiptJson[];
}

/**
 * Files named by a submission or a supplement: all that must be there are, each is the actor's
 * own, for that slot, fit, and no other case's. Its guards fail the write where that has moved.
 */
export async function attachEvidence(
  hall: Hall,
  attaching: Attaching,
): Promise<Attached | Refusal> {
  const { actor, slots, evidence, applicationNumber, at } = attaching;
  if (slots.length === 0 && evidence.length === 0) return { guards: [], receipts: [] };
  const rows = await hall.db.evidenceFile.findMany({
    where: { id: { in: evidence.map(({ fileId }) => fileId) }, ownerId: actor.id },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  const errors = [
    ...slotFaults(slots, evidence),
    ...evidence.flatMap(({ slot, fileId }, index) => {
      const isDouble = evidence.findIndex((other) => other.fileId === fileId) < index;
      const message = isDouble
        ? "同一个文件不能用两次，请移除一个。"
        : unusable(attaching, slot, byId.get(fileId));
      return message === null ? [] : [{ slot, message }];
    }),
  ].map(({ slot, message }) => ({ path: `/evidence/${slot}`, message }));
  if (errors.length > 0) return refuse("malformed", errors[0]?.message, { errors });
  // In the order in which the case will be read.
  const files = rows.toSorted(
    (one, other) =>
      one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1),
  );
  return {
    guards: files.map(({ id }) => becomesOf(id, actor, applicationNumber, at)),
    receipts: files.map((file) => receiptOf(hall, { ...file, applicationNumber, attachedAt: at })),
  };
}

const becomesOf = (id: string, actor: Actor, applicationNumber: string, at: Date): Guard => sql`
  UPDATE evidence_file SET application_number = ${applicationNumber}, attached_at = ${at}::timestamptz,
         place = NULL
   WHERE id = ${id}::uuid AND owner_id = ${actor.id}::uuid AND state = 'ready'
     AND application_number IS NULL RETURNING 1`;

function unusable(
  { service, slots }: Attaching,
  slot: string,
  file: FileRow | undefined,
): string | null {
  if (!file) return "没有找到这个文件，可能已过期移除，请重新上传。";
  if (file.applicationNumber !== null) {
    return `这个文件已随办件${file.applicationNumber}提交，请重新上传。`;
  }
  if (file.service !== service || file.slot !== slot) {
    return "这个文件是为另一项材料上传的，请重新上传。";
  }
  if (file.state === "refused") return "这个文件不符合要求，请更换。";
  if (file.state !== "ready") return "这个文件还没有上传完，请稍候或重新上传。";
  // Limits may have changed since it was taken.
  const limits = slots.find((each) => each.slot === slot);
  const [fault] = limits ? evidenceFaults(limits, measuredSchema.parse(file.measured)) : [];
  return fault?.message ?? null;
}
