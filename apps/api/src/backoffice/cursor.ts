import { type Refusal, refuse } from "../http/refusal.ts";

/** Where a page ended: the values of its sort key, opaque to whoever sends it back. */
export const toCursor = (...key: readonly (string | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** The values of a cursor that `toCursor` made of as many; null without one. */
export function fromCursor(
  cursor: string | undefined,
  length: number,
): readonly (string | null)[] | Refusal | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const fits =
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => part === null || (typeof part === "string" && !part.includes("\0")));
    if (fits) return key;
  } catch {
    // Not JSON: told below like any other text that isn't a cursor.
  }
  return refuse("malformed", "翻页位置不对，请从第一页重新查看。", {
    errors: [{ path: "/cursor", message: "翻页位置不对" }],
  });
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
