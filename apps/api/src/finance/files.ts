import type { getBankFile, getSampleResult } from "@hall/contracts/backoffice/payments";
import type { z } from "zod";
import { auditEachPart, auditPart } from "../audit/audit.ts";
import type { Hall } from "../hall.ts";
import { refuse } from "../http/refusal.ts";
import type { Reply } from "../http/reply.ts";
import type { Call } from "../http/route.ts";
import { commit, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";
import { resultFile } from "./bank-file.ts";
import { fileOf } from "./batch-view.ts";

type Params = z.output<NonNullable<typeof getBankFile.params>>;

/** The file for the bank: of a released batch only, and the same that was released. */
export async function bankFileOf({
  hall,
  actor,
  params,
  address,
}: Call<Params, undefined, undefined>) {
  const read = await readBatch(hall, params.id);
  if (!read) return refuse("not-found");
  const { batch, orders } = read;
  if (batch.state !== "released" && batch.state !== "settled") {
    return refuse("conflict", "批次放行以后才能取银行文件。");
  }
  const { text, checksum } = fileOf(hall, batch, orders);
  if (checksum !== batch.checksum) {
    throw new Error(`batch ${batch.id} isn't what was released`);
  }
  // Whole names and account numbers leave with it: each person learns of it.
  const event = { actor, action: "payment.export", address, at: hall.clock.instant() } as const;
  const detail = { orders: orders.length };
  await commit(
    hall.db,
    [sql`SELECT 1`],
    [
      write("batch", auditPart({ ...event, reference: batch.id, detail })),
      write(
        "each",
        auditEachPart(event, {
          reference: sql`o.application_number`,
          subjectId: sql`o.person_id`,
          from: sql`payment_order o WHERE o.batch_id = ${batch.id}`,
        }),
      ),
    ],
  );
  return csv(`${batch.id}.csv`, text);
}

type SampleQuery = z.output<NonNullable<typeof getSampleResult.query>>;

/** The bank's stand-in (EXT-1): pays everything but what it is told to send back. */
export async function sampleResultOf({
  hall,
  params,
  query,
}: Call<Params, SampleQuery, undefined>) {
  if (hall.config.NODE_ENV === "production") return refuse("not-found");
  const read = await readBatch(hall, params.id);
  if (!read) return refuse("not-found");
  const { batch, orders } = read;
  if (batch.state !== "released") return refuse("conflict", "批次放行以后银行才有结果。");
  const returned = new Set((query.returned ?? "").split(",").filter((id) => id !== ""));
  const on = hall.clock.now().toPlainDate();
  const answers = orders.map(({ id, amountFen }) => ({
    orderId: id,
    amountFen,
    returned: returned.has(id) ? "账号与户名不符" : null,
    on,
  }));
  return csv(`${batch.id}-result.csv`, resultFile(batch.id, answers));
}

async function readBatch({ db }: Hall, id: string) {
  const batch = await db.paymentBatch.findUnique({ where: { id } });
  if (!batch) return null;
  const orders = await db.paymentOrder.findMany({ where: { batchId: id }, orderBy: { id: "asc" } });
  return { batch, orders };
}

const csv = (fileName: string, text: string): Reply => ({
  reply: "bytes",
  type: "text/csv; charset=utf-8",
  bytes: Buffer.from(text, "utf8"),
  fileName,
});
