import type { Operation } from "@hall/client/operation";
import type { BatchJson, ColumnJson, ListRowJson } from "@hall/contracts/lists";
import type { z } from "zod";

type Of<T> = z.ZodType<T>;
type None = z.ZodUndefined;

export type BatchSummary = Omit<BatchJson, "findings" | "quote" | "ok">;

export interface Mending {
  readonly version: number;
  readonly rows: { line: number; cells?: Record<string, string>; removed?: boolean }[];
}

/**
 * The addresses that every service with a list has, by its code. The contracts make the same
 * from their schemas; a test holds the two together.
 */
export const listEndpointsOf = (code: string) => {
  const at = `/services/${code}`;
  const batch = `${at}/batches/{id}`;
  return {
    columns: { id: `${code}.columns`, method: "get", path: `${at}/columns` } as Operation<
      None,
      None,
      None,
      Of<{ items: ColumnJson[]; maxRows: number }>
    >,
    template: {
      id: `${code}.template`,
      method: "get",
      path: `${at}/template`,
      answerType: workbook,
    } as Operation,
    upload: {
      id: `${code}.uploadBatch`,
      method: "post",
      path: `${at}/batches`,
      bodyType: "multipart/form-data",
      status: 202,
    } as Operation<None, None, Of<FormData>, Of<BatchJson>>,
    type: {
      id: `${code}.typeBatch`,
      method: "post",
      path: `${at}/batches/typed`,
      status: 202,
    } as Operation<
      None,
      None,
      Of<{ options: Record<string, unknown>; rows: Record<string, string>[] }>,
      Of<BatchJson>
    >,
    batches: { id: `${code}.batches`, method: "get", path: `${at}/batches` } as Operation<
      None,
      Of<{ limit?: number; cursor?: string }>,
      None,
      Of<{ items: BatchSummary[]; nextCursor: string | null }>
    >,
    batch: { id: `${code}.batch`, method: "get", path: batch } as Operation<
      Of<{ id: string }>,
      None,
      None,
      Of<BatchJson>
    >,
    rows: { id: `${code}.batchRows`, method: "get", path: `${batch}/rows` } as Operation<
      Of<{ id: string }>,
      Of<{ only?: "faults"; limit?: number; cursor?: string }>,
      None,
      Of<{ items: ListRowJson[]; nextCursor: string | null }>
    >,
    mend: { id: `${code}.mendBatch`, method: "patch", path: `${batch}/rows` } as Operation<
      Of<{ id: string }>,
      None,
      Of<Mending>,
      Of<{ batch: BatchJson; rows: ListRowJson[] }>
    >,
    report: {
      id: `${code}.batchReport`,
      method: "get",
      path: `${batch}/report`,
      answerType: workbook,
    } as Operation,
    remove: { id: `${code}.removeBatch`, method: "delete", path: batch, status: 204 } as Operation<
      Of<{ id: string }>,
      None,
      None,
      None
    >,
  };
};

const workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
