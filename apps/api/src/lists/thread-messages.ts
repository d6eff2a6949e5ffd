import type { CellFaultJson } from "@hall/contracts/lists";
import type { RawRow } from "@hall/domain/list";
import type { PolicyEntryJson } from "@hall/domain/policy";
import type { ListForm } from "./rows-taken.ts";
import type { Unreadable } from "./unreadable.ts";
import type { ListSheet, ReportRow } from "./write-list.ts";

/** What all rows of a list are judged on. Values travel as `toStored` writes them. */
export interface Seat {
  readonly service: string;
  readonly options: unknown;
  /** Business time, a Shanghai wall clock. */
  readonly now: string;
  readonly policy: { readonly version: string; readonly entries: readonly PolicyEntryJson[] };
}

export interface JudgedRow {
  readonly row: RawRow;
  readonly faults: readonly CellFaultJson[];
}

/** What the thread does, and what each answers with. One at a time. */
export interface ThreadWork {
  /** Reads a file and holds its rows; answers with their number. */
  readonly read: {
    ask: { bytes: Uint8Array; fileName: string; form: ListForm; seat: Seat };
    answer: { rows: number } | Unreadable;
  };
  readonly keys: { ask: { from: number; to: number }; answer: readonly string[] };
  /** Judges a slice of the rows on the facts about it, stored. */
  readonly judge: {
    ask: { from: number; to: number; facts: unknown };
    answer: readonly JudgedRow[];
  };
  readonly template: { ask: { sheet: ListSheet }; answer: Uint8Array };
  readonly report: { ask: { sheet: ListSheet; rows: readonly ReportRow[] }; answer: Uint8Array };
}

export type Work = keyof ThreadWork;
export type Ask<W extends Work> = { readonly work: W } & ThreadWork[W]["ask"];
export type AnyAsk = { [W in Work]: Ask<W> }[Work];
