import { writeAudit } from "../audit/audit.ts";
import { staffOf } from "../backoffice/staff.ts";
import type { Hall } from "../hall.ts";
import { type Actor, subjectOf } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { type FileRow, savedName } from "./file-row.ts";
import { openStored } from "./open-stored.ts";

/** The file itself, for its owner and for staff who work the case; each look is logged (EVD-2). */
export async function look({
  hall,
  actor,
  params,
  address,
}: Call<{ id: string }, undefined, undefined>): Promise<Reply | Refusal> {
  const file = await hall.db.evidenceFile.findUnique({ where: { id: params.id } });
  if (file?.state !== "ready") return refuse("not-found");
  const barred = await barredFrom(hall, actor, file);
  if (barred) return barred;
  await writeAudit(hall, {
    actor,
    action: "evidence.look",
    subjectId: file.subjectId,
    reference: file.applicationNumber ?? file.id,
    detail: { file: file.id, slot: file.slot, service: file.service },
    address,
  });
  const opened = await openStored(hall.files, file);
  if ("damage" in opened) {
    hall.log.error({ file: file.id, damage: opened.damage }, "evidence can't be read");
    return refuse("dependency-away", "这个文件暂时读不出来，已经记录，管理员会尽快处理。");
  }
  const type = file.mediaType ?? "application/octet-stream";
  const fileName = savedName(hall.cipher.open(file.nameCipher), type);
  return { reply: "bytes", type, bytes: opened.bytes, fileName };
}

/** Null for who may look. A stranger's file isn't there; staff are told what they lack. */
async function barredFrom(hall: Hall, actor: Actor, file: FileRow): Promise<Refusal | null> {
  if (actor.kind !== "staff") {
    const isOwn = file.ownerId === actor.id;
    const isOfOwnCase = file.applicationNumber !== null && file.subjectId === subjectOf(actor);
    return isOwn || isOfOwnCase ? null : refuse("not-found");
  }
  if (file.applicationNumber === null) return refuse("not-found");
  const [found, staff, decision] = await Promise.all([
    hall.db.application.findUniqueOrThrow({
      where: { number: file.applicationNumber },
      select: { assigneeId: true, state: true },
    }),
    staffOf(hall, actor),
    hall.db.decision.findFirst({
      where: { applicationNumber: file.applicationNumber, staffId: actor.id },
      select: { id: true },
    }),
  ]);
  if (staff.personId !== null && staff.personId === file.subjectId) {
    return refuse("not-allowed", "这是您本人的办件，请在网上办事大厅查看。");
  }
  const isReviewing = found.assigneeId === actor.id || decision !== null;
  const isAtCounter = actor.roles.includes("counter") && found.state === "waiting-counter";
  if (isReviewing || isAtCounter) return null;
  return refuse("not-allowed", "认领这件以后才能查看材料。");
}
