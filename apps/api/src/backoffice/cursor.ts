import { type Refusal, refuse } from "../http/refusal.ts";

/** Where a page ended: the values of its sort key, opaque to whoever sends it back. */
export const toCursor = (...key: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

const kinds = {
  time: /^20\d\d-(0\d|1[0-2])-([0-2]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/,
  day: /^20\d\d-(0\d|1[0-2])-([0-2]\d|3[01])$/,
  number: /^\d{1,18}$/,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL keeps no NUL in a text
  text: /^[^\u0000]{0,200}$/,
} as const;

/** The values of a cursor as `toCursor` made them; only a day may be null. Null without a cursor. */
export function fromCursor(
  cursor: string | undefined,
  ...shape: readonly (keyof typeof kinds)[]
): readonly string[] | Refusal | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(key) && key.length === shape.length) {
      const parts = key.map((part) => (part === null ? "" : String(part)));
      if (parts.every((part, index) => fits(part, shape[index] ?? "text"))) return parts;
    }
  } catch {
    // Not JSON: told below like any other text that isn't a cursor.
  }
  return refuse("malformed", "翻页位置不对，请从第一页重新查看。", {
    errors: [{ path: "/cursor", message: "翻页位置不对" }],
  });
}

function fits(part: string, kind: keyof typeof kinds): boolean {
  if (kind === "day" && part === "") return true;
  if (!kinds[kind].test(part)) return false;
  return kind === "text" || kind === "number" || !Number.isNaN(Date.parse(part));
}

/** Rows behind the last one of the page before, where a time and an id are the sort key. */
export function behind(
  cursor: readonly string[] | null,
  field: "createdAt" | "postedAt",
  than: "gt" | "lt" = "lt",
) {
  const [time, id] = cursor ?? [];
  if (time === undefined || id === undefined) return {};
  const at = new Date(time);
  return { OR: [{ [field]: { [than]: at } }, { [field]: at, id: { [than]: id } }] };
}

/** One page of rows of which one more than `limit` was read. */
export function pageOfRows<T>(
  rows: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { readonly page: readonly T[]; readonly nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextCursor: rows.length > limit && last ? cursorOf(last) : null };
}
