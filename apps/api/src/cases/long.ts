import { z } from "zod";
import { subjectOf } from "../http/actor.ts";
import type { ApartCall } from "../http/route.ts";
import { raw, sql } from "../store/database.ts";
import { findBatch } from "../store/list-batches.ts";
import { run } from "../store/run.ts";
import type { AnyService } from "./services.ts";

/** Lists longer than this aren't judged where others wait for it: they would, for seconds. */
export const LONG_ROWS = 500;
/** What a case keeps of so many rows, sealed: 300 bytes a row, and as much of the facts behind it. */
const LONG_BYTES = LONG_ROWS * 600;

const ofList = z.object({ input: z.object({ batchId: z.uuid() }) });

/** Whether what is asked names a list that is too long to be judged among others' requests. */
export async function namesLongList(
  service: AnyService | null,
  { hall, actor, body }: ApartCall,
): Promise<boolean> {
  const named = ofList.safeParse(body);
  if (service?.kind !== "application" || !service.list || !named.success) return false;
  const { batchId } = named.data.input;
  const batch = await findBatch(hall, service.code, subjectOf(actor), batchId);
  return batch !== null && batch.totalRows > LONG_ROWS;
}

const hasLongRecord =
  (table: "application" | "human_review") =>
  async ({ hall, params }: ApartCall): Promise<boolean> => {
    const { number } = params as { number: string }; // parsed by the endpoint's contract
    const [found] = await run<{ bytes: number }>(
      hall.db,
      sql`SELECT octet_length(record) AS bytes FROM ${raw(table)} WHERE number = ${number}`,
    );
    return (found?.bytes ?? 0) > LONG_BYTES;
  };

/** Whether a call is about a case with such a list, which is judged again for the reviewer. */
export const isAboutLongCase = hasLongRecord("application");
/** Whether a call is about a human review of a refusal of such a list. */
export const isAboutLongReview = hasLongRecord("human_review");
