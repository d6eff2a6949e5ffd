import { z } from "zod";
import { endpoint } from "./endpoint.ts";

/** Rows that one page brings at the most. */
export const CASE_ROWS_AT_ONCE = 200;

/** A row that a reviewer refuses, by its line; the rows that aren't named are confirmed. */
export const refusedRowSchema = z
  .strictObject({
    line: z.int().min(2),
    reasons: z.array(z.string().max(200)).max(20).default([]),
    words: z.string().trim().max(300).default(""),
  })
  .refine(({ reasons, words }) => reasons.length > 0 || words !== "", {
    error: "请选择或写明不予确认的理由",
  });
export type RefusedRowJson = z.infer<typeof refusedRowSchema>;

export const caseRowSchema = z
  .object({
    /** Line in the sheet, the head being 1. */
    line: z.int(),
    /** What was written, by the key of its column; numbers are masked. */
    cells: z.record(z.string(), z.string()),
    /** What stands against it today, for whoever reviews it. */
    faults: z.array(z.object({ column: z.string(), rule: z.string(), message: z.string() })),
    /** Null until the review is done. */
    outcome: z.enum(["confirmed", "refused"]).nullable(),
    reasons: z.array(z.string()),
    words: z.string(),
  })
  .meta({ id: "CaseRow" });
export type CaseRowJson = z.infer<typeof caseRowSchema>;

export const caseRowsQuery = z.object({
  only: z.enum(["faults", "refused"]).optional(),
  limit: z.coerce.number().int().min(1).max(CASE_ROWS_AT_ONCE).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,7}$/)
    .optional(),
});

export const caseRowsSchema = z.object({
  columns: z.array(z.object({ key: z.string(), label: z.string() })),
  items: z.array(caseRowSchema),
  nextCursor: z.string().nullable(),
  /** Lines of the whole list. */
  lines: z.array(z.int()),
  total: z.int(),
  /** Rows with something against them today. */
  faulty: z.int(),
  refused: z.int(),
});
export type CaseRowsJson = z.infer<typeof caseRowsSchema>;

const params = z.object({ number: z.string().regex(/^\d{9,24}$/) });

export const applicationRows = endpoint({
  id: "applicationRows",
  method: "get",
  path: "/applications/{number}/rows",
  tag: "办件",
  summary: "名单逐行的审核结果和原因；审核以前没有结果",
  access: ["person", "agent"],
  params,
  query: caseRowsQuery,
  answer: caseRowsSchema,
});

export const caseRows = endpoint({
  id: "backoffice.caseRows",
  method: "get",
  path: "/backoffice/cases/{number}/rows",
  tag: "后台：审核",
  summary: "名单的行，连同今天的问题；查看会记入审计",
  access: ["reviewer", "auditor"],
  params,
  query: caseRowsQuery,
  answer: caseRowsSchema,
});
