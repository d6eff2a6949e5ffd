import type { ListRowJson } from "@hall/contracts/lists";
import type { RawRow } from "@hall/domain/list";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import {
  type Batch,
  hashed,
  type KeptRow,
  mendRows,
  rowsAt,
  rowsOfKeys,
} from "../store/list-batches.ts";
import { judgeHere } from "./check-batch.ts";
import { columnsOf, type ListService, optionsOf, situationFor } from "./list-service.ts";

/** Cells of a row that change, or the row taken out of the list or put back. */
export interface Change {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  readonly removed?: boolean | undefined;
}

/**
 * Mends rows and judges them again at once (XPL-9). Rows that share a number with a mended one,
 * before or after, are judged again too: one duplicate mended, the other is none any more.
 * Answers with all rows that were judged.
 */
export async function mend(
  hall: Hall,
  of: ListService,
  batch: Batch,
  changes: readonly Change[],
): Promise<readonly ListRowJson[] | Refusal> {
  const refused = await refuseChanges(hall, of, batch, changes);
  if (refused) return refused;
  const before = await rowsAt(
    hall,
    batch.id,
    changes.map(({ line }) => line),
  );
  if (before.length < changes.length) return refuse("malformed", "名单里没有要修改的那一行。");
  const byLine = new Map(changes.map((change) => [change.line, change]));
  const after = before.map((row) => changed(row, byLine.get(row.line)));
  const sharing = await sharingKeys(hall, of, batch.id, [...before, ...after]);
  const mended = new Set(after.map(({ line }) => line));
  const affected = [...after, ...sharing.filter(({ line }) => !mended.has(line))];
  const judged = await judgeAgain(hall, of, batch, affected);
  const faulty = (rows: readonly { faults: readonly unknown[]; removed?: boolean }[]) =>
    rows.filter(({ faults, removed }) => faults.length > 0 && !removed).length;
  const known = new Map([...sharing, ...before].map((row) => [row.line, row]));
  const stood = affected.flatMap(({ line }) => known.get(line) ?? []);
  const faultsMore = faulty(judged) - faulty(stood);
  const written = await mendRows(hall, { batch, key: of.list.key, rows: judged, faultsMore });
  if (!written) return refuse("stale-version");
  return judged.map(({ row, faults, removed = false }) => ({
    line: row.line,
    cells: { ...row.cells },
    removed,
    faults: [...faults],
  }));
}

async function refuseChanges(
  hall: Hall,
  of: ListService,
  batch: Batch,
  changes: readonly Change[],
): Promise<Refusal | null> {
  if (batch.state === "filed") return refuse("conflict", "这份名单已经提交，不能再修改。");
  if (batch.state !== "checked") return refuse("conflict", "名单还在核对，请等核对完再修改。");
  const read = await situationFor(hall, of, batch.unitId);
  if (!read) return refuse("not-found");
  const known = new Set(columnsOf(of, read.situation).map(({ key }) => key));
  const keys = changes.flatMap(({ cells }) => Object.keys(cells));
  if (keys.some((key) => !known.has(key))) {
    return refuse("malformed", "名单里没有要修改的那一列，请刷新页面再试。");
  }
  if (new Set(changes.map(({ line }) => line)).size < changes.length) {
    return refuse("malformed", "同一行在一次修改里出现了两次。");
  }
  return null;
}

function changed(row: ListRowJson, change: Change | undefined): ListRowJson {
  const cells = Object.entries({ ...row.cells, ...change?.cells });
  return {
    ...row,
    cells: Object.fromEntries(cells.filter(([, text]) => text !== "")),
    removed: change?.removed ?? row.removed,
  };
}

async function sharingKeys(
  hall: Hall,
  { list }: ListService,
  batchId: string,
  rows: readonly RawRow[],
): Promise<readonly ListRowJson[]> {
  const hashes = rows.flatMap((row) => hashed(hall, row, list.key) ?? []);
  return rowsOfKeys(hall, batchId, hashes);
}

/** A row that was taken out is nobody's duplicate and has no faults. */
async function judgeAgain(
  hall: Hall,
  of: ListService,
  batch: Batch,
  rows: readonly ListRowJson[],
): Promise<readonly KeptRow[]> {
  const raw = (row: ListRowJson): RawRow => ({ line: row.line, cells: row.cells });
  const live = rows.filter(({ removed }) => !removed).map(raw);
  live.sort((left, right) => left.line - right.line);
  const options = optionsOf(of, batch);
  const judged = await judgeHere(hall, of, batch.unitId, options, live);
  const removed = rows.filter((row) => row.removed);
  return [...judged, ...removed.map((row) => ({ row: raw(row), faults: [], removed: true }))];
}
