import type { RefusedRow } from "@hall/domain/list";
import { z } from "zod";
import { type CaseRecord, openRecord } from "../cases/case-record.ts";
import { rowsOf } from "../cases/rows.ts";
import { applicationService } from "../cases/services.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { DecideCall } from "./decision-row.ts";
import type { FoundCase } from "./review-case.ts";
import { reviewStageOf } from "./review-stage.ts";

const storedRows = z.array(
  z.object({ line: z.int(), reasons: z.array(z.string()), words: z.string() }),
);

/** Rows that the first of two approvals has refused: the second approves the same, or refuses all. */
export function refusedByFirst({ row, decisions }: FoundCase): readonly RefusedRow[] | null {
  const first = decisions.find(({ kind, stage }) => kind === "approve" && stage === row.stage);
  return first ? storedRows.parse(first.refusedRows ?? []) : null;
}

/** The rows that this approval refuses, or why it can't be made so. */
export function refusedRowsOf(call: DecideCall, found: FoundCase): readonly RefusedRow[] | Refusal {
  const { rows } = call.body;
  const before = refusedByFirst(found);
  if (before && linesOf(before) !== linesOf(rows)) {
    return refuse(
      "conflict",
      "逐行的意见与初审的不一致。请按初审的意见复核；不同意的，整份不通过。",
    );
  }
  if (rows.length === 0) return [];
  const service = applicationService(found.row.service);
  const offered = reviewStageOf(service, found.row.stage)?.rowRefusalReasons;
  if (!offered) return refuse("malformed", "这个事项不能逐行审核。");
  const record = openRecord(call.hall, found.row.record);
  const lines = new Set(rowsOf(record).map(({ line }) => line));
  const named = new Set(rows.map(({ line }) => line));
  if (named.size < rows.length || rows.some(({ line }) => !lines.has(line))) {
    return refuse("malformed", "要不予确认的行不在名单里，或者写了两次，请刷新后重试。");
  }
  const unknown = rows.flatMap(({ reasons }) => reasons).filter((each) => !offered.includes(each));
  if (unknown.length > 0) {
    return refuse("malformed", "请从列出的理由里选择，其他理由写在说明里。", {
      errors: unknown.map((reason) => ({ path: "/rows", message: `没有这条理由：${reason}` })),
    });
  }
  if (named.size === lines.size) {
    return refuse("malformed", "名单里的人全部不予确认的，请选择“不通过”。");
  }
  return before ?? rows;
}

const linesOf = (rows: readonly RefusedRow[]): string =>
  rows
    .map(({ line }) => line)
    .sort((left, right) => left - right)
    .join(" ");

/** 名单5行，确认3行，不予确认2行, for the timeline; empty where all are confirmed. */
export function rowsInWords(record: CaseRecord, refused: number): string {
  if (refused === 0) return "";
  const total = rowsOf(record).length;
  return `名单${total}行，确认${total - refused}行，不予确认${refused}行`;
}
