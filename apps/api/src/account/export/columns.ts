import type { Column, ColumnKind } from "./sections.ts";

type Names = Readonly<Record<string, string>>;

const column =
  (kind: ColumnKind) =>
  (key: string, title: string, names?: Names): Column => ({
    key,
    title,
    kind,
    ...(names ? { names } : {}),
  });

export const text = column("text");
export const fenOf = column("fen");
export const dayOf = column("day");
export const monthOf = column("month");
export const instantOf = column("instant");
export const sealed = column("sealed");

/** Stands in the machine-readable part alone. */
export const inJson = (key: string, title: string, kind: "record" | "json" | "text"): Column => ({
  key,
  title,
  kind,
  isHidden: true,
});
