import { keysIn, type RawRow, rowJudge } from "@hall/domain/list";
import { toStored } from "@hall/domain/stored-json";
import type { Hall } from "../hall.ts";
import { addRows, type KeptRow, SLICE } from "../store/list-batches.ts";
import { type ListService, situationFor } from "./list-service.ts";
import type { ListThread } from "./list-thread.ts";
import { cellFaults } from "./thread-work.ts";

/** Lists that this process is checking; others that say so were broken off. */
const underWay = new Set<string>();
export const isUnderWay = (batchId: string): boolean => underWay.has(batchId);

/**
 * Judges the rows that a thread holds, slice by slice, and keeps them with their faults. Facts are
 * read for each slice, so that neither the database nor this thread has 20,000 of anything at once.
 */
export async function checkBatch(
  hall: Hall,
  of: ListService,
  batch: { readonly id: string; readonly unitId: string },
  thread: ListThread,
  rows: number,
): Promise<void> {
  underWay.add(batch.id);
  try {
    for (let from = 0; from < rows; from += SLICE) {
      const slice = { from, to: Math.min(from + SLICE, rows) };
      const lookups = await thread.ask("keys", slice);
      const read = await situationFor(hall, of, batch.unitId, { lookups });
      if (!read) throw new Error("the unit is gone");
      const facts = toStored(read.situation.facts);
      const judged = await thread.ask("judge", { ...slice, facts });
      if (!(await addRows(hall, batch.id, of.list.key, judged))) return;
    }
    await end(hall, batch.id, "checked", null);
  } catch (error) {
    hall.log.error({ batch: batch.id, reason: String(error) }, "list check broke off");
    await end(hall, batch.id, "unreadable", "核对没有完成，名单没有保存，请重新上传。");
  } finally {
    underWay.delete(batch.id);
  }
}

async function end(hall: Hall, id: string, state: string, problem: string | null): Promise<void> {
  await hall.db.listBatch.updateMany({
    where: { id, state: "checking" },
    data: { state, problem },
  });
}

/** Judges a few rows here and now; duplicates are found among these rows alone. */
export async function judgeHere(
  hall: Hall,
  of: ListService,
  unitId: string,
  options: object,
  rows: readonly RawRow[],
): Promise<readonly KeptRow[]> {
  const lookups = keysIn(rows, of.list.key);
  const read = await situationFor(hall, of, unitId, { lookups });
  if (!read) throw new Error("the unit is gone");
  const judge = rowJudge(of.list, { ...read.situation, input: { ...options, rows } });
  return rows.map((row) => ({ row, faults: cellFaults(judge(row)) }));
}
