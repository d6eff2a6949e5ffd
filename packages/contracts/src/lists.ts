import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import type { ServiceLabel } from "./family.ts";
import { figureSchema, findingSchema, quoteSchema } from "./findings.ts";
import type { AnyListContract } from "./service-contract.ts";
import { instantSchema, pageOf } from "./wire.ts";

/** Bytes of an uploaded list: 10 MB. */
export const LIST_FILE_LIMIT = 10 * 1024 * 1024;
/** Rows that one request can mend or type. */
export const ROWS_AT_ONCE = 200;

export const batchStateSchema = z.enum(["reading", "checking", "checked", "unreadable", "filed"]);

export const columnSchema = z
  .object({
    key: z.string(),
    label: z.string(),
    required: z.boolean(),
    example: z.string(),
    help: z.string(),
    choices: z.array(z.string()).optional(),
    width: z.int(),
    personal: z.enum(["identity-number", "mobile", "name"]).optional(),
  })
  .meta({ id: "ListColumn" });
export type ColumnJson = z.infer<typeof columnSchema>;

export const batchSchema = z
  .object({
    id: z.uuid(),
    service: z.string(),
    fileName: z.string(),
    state: batchStateSchema,
    /** What was chosen for the whole list. */
    options: z.record(z.string(), z.unknown()),
    totalRows: z.int(),
    /** Rows checked so far. */
    doneRows: z.int(),
    /** Rows with a fault that aren't taken out. */
    faultRows: z.int(),
    /** Rows taken out of the list while it was mended. */
    removedRows: z.int(),
    problem: z.string().nullable(),
    /** What stands against the list as a whole, whatever its rows say. */
    findings: z.array(findingSchema),
    /** What the list would come to as it stands. */
    quote: quoteSchema.nullable(),
    /** Nothing stands against filing it. */
    ok: z.boolean(),
    version: z.int(),
    applicationNumber: z.string().nullable(),
    createdAt: instantSchema,
  })
  .meta({ id: "ListBatch" });
export type BatchJson = z.infer<typeof batchSchema>;

export const cellFaultSchema = z.object({
  column: z.string(),
  rule: z.string(),
  claim: z.string(),
  message: z.string(),
  figures: z.array(figureSchema),
  remedy: z.object({ text: z.string(), service: z.string().optional() }).optional(),
});
export type CellFaultJson = z.infer<typeof cellFaultSchema>;

export const listRowSchema = z
  .object({
    /** Line in the sheet, the head being 1. */
    line: z.int(),
    cells: z.record(z.string(), z.string()),
    removed: z.boolean(),
    faults: z.array(cellFaultSchema),
  })
  .meta({ id: "ListRow" });
export type ListRowJson = z.infer<typeof listRowSchema>;

const cellsSchema = z.record(
  z.string().max(40),
  z.string().trim().max(200, "单元格内容太长，最多200个字"),
);
const batchParams = z.object({ id: z.uuid() });
const agents = ["agent"] as const;
const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const mendSchema = z.strictObject({
  /** Version that was read; another one in the meantime is a conflict. */
  version: z.int(),
  rows: z
    .array(
      z.strictObject({
        line: z.int().min(2),
        /** Cells that change; the others stay as they are. */
        cells: cellsSchema.default({}),
        removed: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(ROWS_AT_ONCE),
});

/** The endpoints that every service with a list has, under its own address. */
export const listEndpointsOf = (service: ServiceLabel, contract: AnyListContract) => ({
  ...filingOf(service, contract),
  ...batchOf(service),
});

/** How a list comes in. */
function filingOf({ code, name }: ServiceLabel, { options }: AnyListContract) {
  const at = `/services/${code}`;
  const batches = { tag: name, access: agents } as const;
  return {
    columns: endpoint({
      ...batches,
      id: `${code}.columns`,
      method: "get",
      path: `${at}/columns`,
      summary: `${name}：名单的各列，逐行填写和在页面上修改时用`,
      answer: z.object({ items: z.array(columnSchema), maxRows: z.int() }),
    }),
    template: endpoint({
      ...batches,
      id: `${code}.template`,
      method: "get",
      path: `${at}/template`,
      summary: `${name}：下载模板`,
      answerType: WORKBOOK,
    }),
    upload: endpoint({
      ...batches,
      id: `${code}.uploadBatch`,
      method: "post",
      path: `${at}/batches`,
      summary: `${name}：上传名单（file：xlsx 或 csv，最大10MB；其余各项随表单字段），随后自动核对`,
      bodyType: "multipart/form-data",
      body: z.object({ file: z.file().max(LIST_FILE_LIMIT) }).and(options),
      status: 202,
      answer: batchSchema,
    }),
    type: endpoint({
      ...batches,
      id: `${code}.typeBatch`,
      method: "post",
      path: `${at}/batches/typed`,
      summary: `${name}：在页面上逐行填写的名单，立即核对`,
      body: z.strictObject({ options, rows: z.array(cellsSchema).min(1).max(ROWS_AT_ONCE) }),
      status: 202,
      answer: batchSchema,
    }),
  };
}

/** What one does with a list until it is filed. */
function batchOf({ code, name }: ServiceLabel) {
  const at = `/services/${code}`;
  const batches = { tag: name, access: agents } as const;
  return {
    batches: endpoint({
      ...batches,
      id: `${code}.batches`,
      method: "get",
      path: `${at}/batches`,
      summary: `${name}：本单位的名单，最近的在前`,
      query: z.object({
        limit: z.coerce.number().int().min(1).max(100).default(20),
        cursor: z.string().max(200).optional(),
      }),
      answer: pageOf(batchSchema.omit({ findings: true, quote: true, ok: true })),
    }),
    batch: endpoint({
      ...batches,
      id: `${code}.batch`,
      method: "get",
      path: `${at}/batches/{id}`,
      summary: `${name}：一份名单的进度、问题数和金额`,
      params: batchParams,
      answer: batchSchema,
    }),
    rows: endpoint({
      ...batches,
      id: `${code}.batchRows`,
      method: "get",
      path: `${at}/batches/{id}/rows`,
      summary: `${name}：名单的行，连同每格的问题`,
      params: batchParams,
      query: z.object({
        only: z.enum(["faults"]).optional(),
        limit: z.coerce.number().int().min(1).max(ROWS_AT_ONCE).default(50),
        cursor: z
          .string()
          .regex(/^\d{1,7}$/)
          .optional(),
      }),
      answer: pageOf(listRowSchema),
    }),
    mend: endpoint({
      ...batches,
      id: `${code}.mendBatch`,
      method: "patch",
      path: `${at}/batches/{id}/rows`,
      summary: `${name}：在页面上修改或删去几行，立即重新核对`,
      params: batchParams,
      body: mendSchema,
      answer: z.object({ batch: batchSchema, rows: z.array(listRowSchema) }),
    }),
    report: endpoint({
      ...batches,
      id: `${code}.batchReport`,
      method: "get",
      path: `${at}/batches/{id}/report`,
      summary: `${name}：下载标出问题的名单`,
      params: batchParams,
      query: z.object({ only: z.enum(["faults"]).optional() }),
      answerType: WORKBOOK,
    }),
    remove: endpoint({
      ...batches,
      id: `${code}.removeBatch`,
      method: "delete",
      path: `${at}/batches/{id}`,
      summary: `${name}：删除还没有提交的名单`,
      params: batchParams,
      status: 204,
    }),
  };
}

export type ListEndpoints = ReturnType<typeof listEndpointsOf>;
