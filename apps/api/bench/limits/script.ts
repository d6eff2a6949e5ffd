import { createRequire } from "node:module";
import type { Statement } from "../capture.ts";

const { prepareValue } = createRequire(import.meta.url)("pg/lib/utils.js") as {
  prepareValue: (value: unknown) => string | Buffer | null;
};

/** A text that isn't the same each time, and the SQL that gives it. */
export interface Varying {
  readonly value: string;
  readonly sql: string;
}

export interface Script {
  readonly script: string;
  readonly variables: Readonly<Record<string, string>>;
}

/**
 * The captured statements as a script for pgbench: what varies from one submission to the next is
 * worked out there, everything else is sent with each execution as the server sends it.
 *
 * @param head `\set` commands for what varies
 * @param special SQL in place of a parameter, by a pattern whose first group is its number
 */
export function pgbenchScript(
  statements: readonly Statement[],
  head: string,
  varying: readonly Varying[],
  special: readonly { readonly pattern: RegExp; readonly sql: string }[],
): Script {
  const variables: Record<string, string> = {};
  const name = (text: string) => {
    if (text === "") return "''"; // pgbench knows no empty variable
    const key = `v${Object.keys(variables).length}`;
    variables[key] = text;
    return `:${key}`;
  };
  const commands = statements.map(({ text, values }) => {
    const replaced = new Map(
      special.flatMap(({ pattern, sql }) => {
        const place = pattern.exec(text)?.[1];
        return place ? [[Number(place), sql] as const] : [];
      }),
    );
    const body = text.replaceAll(/\$(\d+)/g, (_, place: string) => {
      const given = replaced.get(Number(place));
      return given ?? valueInSql(values[Number(place) - 1], varying, name);
    });
    return `${body.trim()}\n${isRead(text) ? "\\gset" : ";"}\n`;
  });
  return { script: `${head}\n${commands.join("\n")}`, variables };
}

/** The read whose answer the write needs: it brings the versions. */
const isRead = (text: string) => /AS subject_version/.test(text);

function valueInSql(
  value: unknown,
  varying: readonly Varying[],
  name: (text: string) => string,
): string {
  const prepared = prepareValue(value);
  if (prepared === null) return "NULL";
  const text = Buffer.isBuffer(prepared) ? `\\x${prepared.toString("hex")}` : String(prepared);
  const whole = varying.find((each) => each.value === text);
  if (whole) return whole.sql;
  const pieces = splitAt(text, varying);
  if (pieces.length <= 1) return name(text);
  const joined = pieces.map((piece) =>
    typeof piece === "string" ? `${name(piece)}::text` : `(${piece.sql})::text`,
  );
  return `(${joined.join(" || ")})`;
}

function splitAt(text: string, varying: readonly Varying[]): readonly (string | Varying)[] {
  return varying.reduce<readonly (string | Varying)[]>(
    (pieces, each) =>
      pieces.flatMap((piece) => {
        if (typeof piece !== "string") return [piece];
        return piece
          .split(each.value)
          .flatMap((part, index) => (index === 0 ? [part] : [each, part]))
          .filter((part) => part !== "");
      }),
    [text],
  );
}
