import { keysIn } from "@hall/domain/list";
import type { Filed } from "../cases/input.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { batchFiled, findBatch, liveRows } from "../store/list-batches.ts";
import { type ListService, optionsOf } from "./list-service.ts";

/**
 * Brings the rows that a submission names by their batch, with the numbers to look up; and what
 * marks the list as filed, which fails the write where the list was mended meanwhile.
 */
export async function rowsOfBatch(
  hall: Hall,
  of: ListService,
  unitId: string,
  batchId: string,
): Promise<Filed | Refusal> {
  const batch = await findBatch(hall, of.service.code, unitId, batchId);
  if (!batch) return refuse("not-found", "没有这份名单，请重新上传。");
  if (batch.state === "filed") {
    return refuse("conflict", `这份名单已经提交，办件编号${batch.applicationNumber ?? ""}。`);
  }
  if (batch.state === "unreadable") return refuse("unreadable-list", batch.problem ?? undefined);
  if (batch.state !== "checked") return refuse("conflict", "名单还在核对，请等核对完再提交。");
  const rows = await liveRows(hall, batch.id);
  return {
    input: { ...optionsOf(of, batch), rows },
    lookups: keysIn(rows, of.list.key),
    onFiled: (applicationNumber) => batchFiled(batch, applicationNumber),
  };
}
