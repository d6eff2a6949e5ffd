import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

export type Cell = string | number | bigint | boolean | Uint8Array | null;

/** Text that is handed to the socket at a time. */
const CHUNK = 64 * 1024;

/** Puts rows into a table by COPY, as they are made: never more than a chunk is held. */
export async function copyRows(
  client: pg.Client,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
): Promise<void> {
  const into = client.query(copyFrom(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  await pipeline(Readable.from(chunks(rows)), into);
}

function* chunks(rows: Iterable<readonly Cell[]>): Generator<Buffer> {
  let text = "";
  for (const row of rows) {
    text += `${row.map(cellText).join("\t")}\n`;
    if (text.length < CHUNK) continue;
    yield Buffer.from(text, "utf8");
    text = "";
  }
  if (text !== "") yield Buffer.from(text, "utf8");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};

/** A cell as COPY's text format writes it. */
function cellText(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string")
    return cell.replaceAll(/[\\\n\r\t]/g, (mark) => ESCAPES[mark] ?? "");
  if (cell instanceof Uint8Array) return `\\\\x${Buffer.from(cell).toString("hex")}`;
  return String(cell);
}
