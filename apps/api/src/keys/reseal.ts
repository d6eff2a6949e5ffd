import { openStored } from "../files/open-stored.ts";
import { sha256 } from "../files/seal.ts";
import type { Hall } from "../hall.ts";
import { raw, sql } from "../store/database.ts";
import { type SealedColumn, sealedColumns } from "./sealed-columns.ts";

const PAGES = 64;
const FILES_AT_ONCE = 100;
/** Rows that move under a pass are met by the next; more passes than that never end. */
const MOST_PASSES = 5;

/** Seals everything anew that an older key sealed, and answers how much that was. */
export async function resealAll(hall: Hall): Promise<{ values: number; files: number }> {
  let values = 0;
  for (const column of sealedColumns) values += await resealColumn(hall, column);
  return { values, files: await resealFiles(hall) };
}

async function resealColumn(hall: Hall, column: SealedColumn): Promise<number> {
  let done = 0;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const sealed = await resealOnce(hall, column);
    done += sealed;
    if (sealed === 0) return done;
  }
  return done;
}

/**
 * One walk over the table as it lies on the disk: no index is needed, and a row that has been
 * sealed anew lies behind. A value that somebody changed meanwhile is left to the next walk.
 */
async function resealOnce({ db, cipher }: Hall, column: SealedColumn): Promise<number> {
  const { table, value, bytesOf, toValue } = expressionsOf(column);
  const [size] = await db.$queryRaw<{ pages: number }[]>(sql`
    SELECT (pg_relation_size(${column.table}::regclass) / 8192)::int AS pages`);
  let done = 0;
  for (let page = 0; page < (size?.pages ?? 0); page += PAGES) {
    const rows = await db.$queryRaw<{ tid: string; old: Uint8Array }[]>(sql`
      SELECT ctid::text AS tid, ${bytesOf} AS old FROM ${table}
       WHERE ctid >= ${`(${page},0)`}::tid AND ctid < ${`(${page + PAGES},0)`}::tid
         AND ${value} IS NOT NULL`);
    const older = rows.filter(({ old }) => !cipher.isCurrent(old));
    if (older.length === 0) continue;
    done += await db.$executeRaw(sql`
      UPDATE ${table} SET ${raw(`"${column.column}"`)} = ${toValue}
        FROM unnest(${older.map(({ tid }) => tid)}::text[], ${older.map(({ old }) => old)}::bytea[],
                    ${older.map(({ old }) => cipher.seal(cipher.open(old)))}::bytea[])
             AS anew (tid, old, sealed)
       WHERE ${table}.ctid = anew.tid::tid AND ${bytesOf} = anew.old`);
  }
  return done;
}

/** Names come from the list of columns and from nowhere else. */
function expressionsOf({ table, column, isText }: SealedColumn) {
  const value = raw(`"${table}"."${column}"`);
  return {
    table: raw(`"${table}"`),
    value,
    bytesOf: isText ? sql`decode(${value}, 'base64')` : value,
    toValue: isText ? sql`replace(encode(anew.sealed, 'base64'), E'\\n', '')` : sql`anew.sealed`,
  };
}

/** How many values and files wait for the current key still. */
export async function countOlder({ db, cipher, files }: Hall): Promise<number> {
  let older = 0;
  for (const column of sealedColumns) {
    const { table, value, bytesOf } = expressionsOf(column);
    const heads = await db.$queryRaw<{ head: Uint8Array; many: number }[]>(sql`
      SELECT substr(${bytesOf}, 1, 1 + get_byte(${bytesOf}, 0)) AS head, count(*)::int AS many
        FROM ${table} WHERE ${value} IS NOT NULL GROUP BY 1`);
    for (const { head, many } of heads) if (!cipher.isCurrent(head)) older += many;
  }
  for await (const row of storedFiles(db)) {
    const sealed = row.storageKey ? await files.store.get(row.storageKey) : null;
    if (sealed && !files.seal.isCurrent(sealed)) older += 1;
  }
  return older;
}

async function* storedFiles(db: Hall["db"]) {
  for (let after = ""; ; ) {
    const rows = await db.evidenceFile.findMany({
      where: { storageKey: { not: null }, ...(after ? { id: { gt: after } } : {}) },
      orderBy: { id: "asc" },
      take: FILES_AT_ONCE,
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < FILES_AT_ONCE) return;
    after = last.id;
  }
}

/**
 * Evidence under the new key lies under a name of its own before the row names it; the old bytes
 * go last, so that at no moment nothing readable is there. What can't be read is left alone, for
 * the nightly proof to tell.
 */
async function resealFiles(hall: Hall): Promise<number> {
  const { store, seal } = hall.files;
  let done = 0;
  for await (const row of storedFiles(hall.db)) {
    const old = row.storageKey;
    const sealed = old && (await store.get(old));
    if (!old || !sealed || seal.isCurrent(sealed)) continue;
    const opened = await openStored(hall.files, row);
    if ("damage" in opened) {
      hall.log.error({ file: row.id, damage: opened.damage }, "evidence can't be sealed anew");
      continue;
    }
    const anew = seal.seal(opened.bytes, row.id);
    const storageKey = sha256(anew);
    await store.put(storageKey, anew);
    const { count } = await hall.db.evidenceFile.updateMany({
      where: { id: row.id, storageKey: old },
      data: { storageKey },
    });
    await store.remove(count === 1 ? old : storageKey);
    done += count;
  }
  return done;
}
