import type { Hall } from "../hall.ts";
import { type Batch, liveRows } from "../store/list-batches.ts";
import { isUnderWay } from "./check-batch.ts";
import { judgeWhole, type ListService, optionsOf, situationFor } from "./list-service.ts";

/** A check that no process works on any more is given up after so long. */
const GIVEN_UP_MS = 5 * 60_000;
const BROKEN_OFF = "核对中断了，名单没有保存，请重新上传。";

/** A list as it is listed; encoded by the router. */
export const summaryOf = (batch: Batch, removedRows: number) => ({
  id: batch.id,
  service: batch.service,
  fileName: batch.fileName,
  state: batch.state,
  options: batch.options,
  totalRows: batch.totalRows,
  doneRows: batch.doneRows,
  faultRows: batch.faultRows,
  removedRows,
  problem: batch.problem,
  version: batch.version,
  applicationNumber: batch.applicationNumber,
  createdAt: batch.createdAt,
});

/** A list with what stands against it and what it would come to, once its rows are checked. */
export async function presentBatch(hall: Hall, of: ListService, read: Batch) {
  const batch = await withoutBroken(hall, read);
  const removedRows = await countRemoved(hall, batch.id);
  const summary = summaryOf(batch, removedRows);
  if (batch.state !== "checked") return { ...summary, findings: [], quote: null, ok: false };
  const situation = await situationFor(hall, of, batch.unitId);
  if (!situation) throw new Error("the unit is gone");
  const rows = await liveRows(hall, batch.id);
  const whole = judgeWhole(of, situation, optionsOf(of, batch), rows);
  return { ...summary, ...whole, ok: whole.findings.length === 0 && batch.faultRows === 0 };
}

export const countRemoved = ({ db }: Hall, batchId: string): Promise<number> =>
  db.listRow.count({ where: { batchId, removed: true } });

/** The process that checked it may have ended: whoever waits is told, after some minutes. */
async function withoutBroken({ db, clock }: Hall, batch: Batch): Promise<Batch> {
  if (batch.state !== "checking" || isUnderWay(batch.id)) return batch;
  const age = clock.instant().getTime() - batch.createdAt.getTime();
  // A business clock that was set anew may stand before the list was made.
  if (age >= 0 && age < GIVEN_UP_MS) return batch;
  await db.listBatch.updateMany({
    where: { id: batch.id, state: "checking" },
    data: { state: "unreadable", problem: BROKEN_OFF },
  });
  return db.listBatch.findUniqueOrThrow({ where: { id: batch.id } });
}
