import type { CaseRowJson, CaseRowsJson, caseRowsQuery } from "@hall/contracts/case-rows";
import type { CaseState } from "@hall/domain/case-states";
import type { FactName } from "@hall/domain/facts";
import type { Column, RawRow, RefusedRow, RowFault, RowsInput } from "@hall/domain/list";
import { maskIdentityNumber, maskMobile } from "@hall/domain/masks";
import type { Situation } from "@hall/domain/service";
import type { z } from "zod";
import type { CaseRecord } from "./case-record.ts";
import type { AnyApplication } from "./services.ts";

/** A list whose rows are decided one by one, with what was and is known of it. */
export interface DecidedList {
  readonly service: AnyApplication;
  readonly situation: Situation<FactName>;
  readonly record: CaseRecord;
  readonly state: CaseState;
  /** What stands against its rows today; none for who doesn't review it. */
  readonly faults: readonly RowFault[];
}

/** Whether somebody decides on the rows of this service's lists one by one. */
export const decidesRows = ({ list, process }: AnyApplication): boolean =>
  list !== undefined && process.some((stage) => stage.kind === "review" && stage.rowRefusalReasons);

/** The rows as they were filed; the confirmed and the refused. */
export const rowsOf = ({ input }: CaseRecord): readonly RawRow[] => (input as RowsInput).rows;

/** A page of the list, in the order of the sheet. */
export function rowsPage(
  of: DecidedList,
  { only, limit, cursor }: z.output<typeof caseRowsQuery>,
): CaseRowsJson {
  const columns = of.service.list?.columns(of.situation) ?? [];
  const faultsAt = byLine(of.faults);
  const refused = new Map((of.record.refusedRows ?? []).map((row) => [row.line, row]));
  const rows = rowsOf(of.record);
  const wanted = rows.filter(({ line }) => {
    if (line <= Number(cursor ?? "0")) return false;
    return only === undefined || (only === "faults" ? faultsAt : refused).has(line);
  });
  const page = wanted.slice(0, limit);
  const last = page.at(-1);
  return {
    columns: columns.map(({ key, label }) => ({ key, label })),
    items: page.map((row) => ({
      line: row.line,
      cells: maskedCells(row, columns),
      faults: (faultsAt.get(row.line) ?? []).map(({ column, finding }) => ({
        column,
        rule: finding.rule,
        message: finding.message,
      })),
      ...decisionOn(refused.get(row.line), of.state),
    })),
    nextCursor: last && wanted.length > limit ? String(last.line) : null,
    lines: rows.map(({ line }) => line),
    total: rows.length,
    faulty: faultsAt.size,
    refused: refused.size,
  };
}

function byLine(faults: readonly RowFault[]): ReadonlyMap<number, readonly RowFault[]> {
  const lines = new Map<number, RowFault[]>();
  for (const fault of faults) lines.set(fault.line, [...(lines.get(fault.line) ?? []), fault]);
  return lines;
}

const UNDECIDED: readonly CaseState[] = [
  "submitted",
  "in-review",
  "more-needed",
  "withdrawn",
  "lapsed",
];

function decisionOn(
  refused: RefusedRow | undefined,
  state: CaseState,
): Pick<CaseRowJson, "outcome" | "reasons" | "words"> {
  if (refused) {
    return { outcome: "refused", reasons: [...refused.reasons], words: refused.words };
  }
  if (state === "refused") return { outcome: "refused", reasons: [], words: "" };
  return { outcome: UNDECIDED.includes(state) ? null : "confirmed", reasons: [], words: "" };
}

function maskedCells({ cells }: RawRow, columns: readonly Column[]): Record<string, string> {
  return Object.fromEntries(
    columns.map(({ key, personal }) => {
      const written = cells[key] ?? "";
      if (personal === "identity-number") return [key, maskIdentityNumber(written)];
      return [key, personal === "mobile" ? maskMobile(written) : written];
    }),
  );
}
