import type { CellFaultJson, ListRowJson } from "@hall/contracts/lists";
import { type RawRow, rowKey } from "@hall/domain/list";
import { z } from "zod";
import type { Hall } from "../hall.ts";
import { type Part, write } from "./commit.ts";
import { databaseRefusal, type Prisma, sql } from "./database.ts";

/** Rows that one statement reads or writes: some milliseconds of encryption between two waits. */
export const SLICE = 1_000;

export type Batch = Prisma.ListBatchGetPayload<object>;

/** A row with its faults, as it is kept. */
export interface KeptRow {
  readonly row: RawRow;
  readonly faults: readonly CellFaultJson[];
  readonly removed?: boolean;
}

export async function findBatch(
  { db }: Hall,
  service: string,
  unitId: string,
  id: string,
): Promise<Batch | null> {
  return db.listBatch.findFirst({ where: { id, service, unitId } });
}

/**
 * Adds checked rows and counts them. False where the list has been deleted meanwhile, or isn't
 * being checked any more.
 */
export async function addRows(
  hall: Hall,
  batchId: string,
  key: string,
  rows: readonly KeptRow[],
): Promise<boolean> {
  const faulty = rows.filter(({ faults }) => faults.length > 0).length;
  try {
    const done = await hall.db.$executeRaw`
      WITH alive AS (
        UPDATE list_batch SET done_rows = done_rows + ${rows.length},
               fault_rows = fault_rows + ${faulty}
         WHERE id = ${batchId}::uuid AND state = 'checking' RETURNING id)
      INSERT INTO list_row (batch_id, line, cipher, key_hash, faults)
      SELECT alive.id, line, cipher, key_hash, faults::jsonb
        FROM alive, unnest(${rows.map(({ row }) => row.line)}::int[],
                           ${rows.map(({ row }) => sealed(hall, row))}::bytea[],
                           ${rows.map(({ row }) => hashed(hall, row, key))}::bytea[],
                           ${rows.map(({ faults }) => faultsText(faults))}::text[])
             AS added (line, cipher, key_hash, faults)`;
    return done === rows.length;
  } catch (error) {
    if (databaseRefusal(error)?.constraint === "list_row_of_batch") return false;
    throw error;
  }
}

const sealed = ({ cipher }: Hall, row: RawRow) => cipher.seal(JSON.stringify(row.cells));
const faultsText = (faults: readonly CellFaultJson[]) =>
  faults.length > 0 ? JSON.stringify(faults) : null;

/** Hash of a row's key; null without one, for blank keys aren't duplicates. */
export function hashed({ cipher }: Hall, row: RawRow, key: string): Uint8Array<ArrayBuffer> | null {
  const value = rowKey(row.cells[key] ?? "");
  return value === "" ? null : cipher.lookup(value);
}

const cellsSchema = z.record(z.string(), z.string());
type Row = Prisma.ListRowGetPayload<object>;

function opened({ cipher }: Hall, { line, cipher: bytes, faults, removed }: Row): ListRowJson {
  return {
    line,
    cells: cellsSchema.parse(JSON.parse(cipher.open(bytes))),
    removed,
    // Written by `faultsText` alone.
    faults: (faults ?? []) as unknown as CellFaultJson[],
  };
}

/** Rows after a line, in the order of the sheet. */
export async function rowsAfter(
  hall: Hall,
  batchId: string,
  after: number,
  limit: number,
  onlyFaults: boolean,
): Promise<readonly ListRowJson[]> {
  const rows = onlyFaults
    ? await hall.db.$queryRaw<Row[]>`
        SELECT batch_id AS "batchId", line, cipher, key_hash AS "keyHash", faults, removed
          FROM list_row WHERE batch_id = ${batchId}::uuid AND line > ${after}
           AND faults IS NOT NULL AND NOT removed ORDER BY line LIMIT ${limit}`
    : await hall.db.listRow.findMany({
        where: { batchId, line: { gt: after } },
        orderBy: { line: "asc" },
        take: limit,
      });
  return rows.map((row) => opened(hall, row));
}

/** All rows, slice by slice, so that nobody waits for the decryption of 20,000. */
export async function allRows(
  hall: Hall,
  batchId: string,
  onlyFaults = false,
): Promise<readonly ListRowJson[]> {
  const rows: ListRowJson[] = [];
  for (let after = 0; ; ) {
    const slice = await rowsAfter(hall, batchId, after, SLICE, onlyFaults);
    rows.push(...slice);
    const last = slice.at(-1);
    if (!last || slice.length < SLICE) return rows;
    after = last.line;
  }
}

/** The rows that stand in the list, as the domain sees them. */
export async function liveRows(hall: Hall, batchId: string): Promise<readonly RawRow[]> {
  const rows = await allRows(hall, batchId);
  return rows.filter(({ removed }) => !removed).map(({ line, cells }) => ({ line, cells }));
}

export async function rowsAt(hall: Hall, batchId: string, lines: readonly number[]) {
  const rows = await hall.db.listRow.findMany({ where: { batchId, line: { in: [...lines] } } });
  return rows.map((row) => opened(hall, row));
}

/** The rows that have one of these keys. */
export async function rowsOfKeys(
  hall: Hall,
  batchId: string,
  hashes: readonly Uint8Array<ArrayBuffer>[],
): Promise<readonly ListRowJson[]> {
  if (hashes.length === 0) return [];
  const rows = await hall.db.listRow.findMany({ where: { batchId, keyHash: { in: [...hashes] } } });
  return rows.map((row) => opened(hall, row));
}

export interface Mending {
  readonly batch: Batch;
  readonly key: string;
  readonly rows: readonly KeptRow[];
  /** By how many the faulty rows become more or fewer. */
  readonly faultsMore: number;
}

/** Writes rows that were judged anew; false where the list is no longer in the version read. */
export async function mendRows(hall: Hall, mending: Mending): Promise<boolean> {
  const { batch, key, rows, faultsMore } = mending;
  const done = await hall.db.$executeRaw`
    WITH alive AS (
      UPDATE list_batch SET version = version + 1, fault_rows = fault_rows + ${faultsMore}
       WHERE id = ${batch.id}::uuid AND version = ${batch.version} AND state = 'checked'
      RETURNING id)
    UPDATE list_row AS r SET cipher = mended.cipher, key_hash = mended.key_hash,
           faults = mended.faults::jsonb, removed = mended.removed
      FROM alive, unnest(${rows.map(({ row }) => row.line)}::int[],
                         ${rows.map(({ row }) => sealed(hall, row))}::bytea[],
                         ${rows.map(({ row }) => hashed(hall, row, key))}::bytea[],
                         ${rows.map(({ faults }) => faultsText(faults))}::text[],
                         ${rows.map(({ removed }) => removed ?? false)}::boolean[])
           AS mended (line, cipher, key_hash, faults, removed)
     WHERE r.batch_id = alive.id AND r.line = mended.line`;
  return done === rows.length;
}

/** The list belongs to an application now; fails the whole write where it has moved meanwhile. */
export const batchFiled = ({ id, version }: Batch, applicationNumber: string): readonly Part[] => [
  write(
    "batch_filed",
    sql`UPDATE list_batch SET state = 'filed', application_number = ${applicationNumber}
         WHERE id = ${id}::uuid AND version = ${version} AND state = 'checked' RETURNING 1`,
  ),
  {
    name: "batch_was_ready",
    kind: "call",
    sql: sql`SELECT require_guards((SELECT count(*) FROM batch_filed) = 1)`,
  },
];
