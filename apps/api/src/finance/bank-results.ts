import { createHash, randomUUID } from "node:crypto";
import {
  type BankLine,
  type BankResultJson,
  bankLineSchema,
  type listBankResults,
} from "@hall/contracts/backoffice/payments";
import { z } from "zod";
import { auditPart } from "../audit/audit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import { receiveCsv } from "../http/receive-csv.ts";
import { isRefusal, type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { isUnreadable } from "../lists/unreadable.ts";
import { commit, write } from "../store/commit.ts";
import { databaseRefusal, sql } from "../store/database.ts";
import { type BankResultFile, readResult } from "./read-result.ts";
import { type Settling, settleLine } from "./settle.ts";

const SOURCE = "bank-payment-results";
const LIMIT = 2 * 1024 * 1024;

const keptSchema = z.object({
  batchId: z.string(),
  paid: z.int(),
  returned: z.int(),
  lines: z.array(bankLineSchema),
});
type Kept = z.infer<typeof keptSchema>;

type ImportCall = Call<undefined, undefined, undefined>;

/**
 * What the bank reports (LDG-4, EXT-2). Each line stands for itself and is applied once; the file is
 * kept as it came with what became of every line. The same file again tells what it told.
 */
export async function importResult(call: ImportCall): Promise<BankResultJson | Refusal> {
  const { hall, request } = call;
  const bytes = await receiveCsv(request, LIMIT);
  if (isRefusal(bytes)) return bytes;
  const digest = createHash("sha256").update(bytes).digest("hex");
  const earlier = await findEarlier(hall, digest);
  if (earlier) return earlier;
  const file = readResult(bytes);
  if (isUnreadable(file)) return refuse("unreadable-list", file.unreadable);
  const batch = await hall.db.paymentBatch.findUnique({ where: { id: file.batchId } });
  if (!batch?.sentBy) {
    return refuse("unreadable-list", `没有放行过批次 ${file.batchId.slice(0, 40)}，请核对文件。`);
  }
  const { actor, address } = call;
  const lines = await settleLines({ hall, actor, address, batch }, file);
  await settleBatch(hall, batch.id);
  return keep(call, bytes, digest, keptOf(batch.id, lines));
}

async function settleLines(settling: Settling, file: BankResultFile): Promise<readonly BankLine[]> {
  const told: BankLine[] = [];
  const seen = new Set<string>();
  for (const line of file.lines) {
    const { orderId } = line;
    if (seen.has(orderId)) {
      const message = "这条付款指令在文件里出现过，只用第一次的结果。";
      told.push({ line: line.line, orderId, outcome: "duplicate", message });
      continue;
    }
    seen.add(orderId);
    told.push(await settleLine(settling, line));
  }
  return told;
}

const keptOf = (batchId: string, lines: readonly BankLine[]): Kept => ({
  batchId,
  paid: lines.filter(({ outcome }) => outcome === "paid").length,
  returned: lines.filter(({ outcome }) => outcome === "returned").length,
  lines: [...lines],
});

/** A batch is settled when the bank has answered for every order in it. */
async function settleBatch({ db }: Hall, batchId: string): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE payment_batch SET state = 'settled'
     WHERE id = ${batchId} AND state = 'released'
       AND NOT EXISTS (SELECT FROM payment_order WHERE batch_id = ${batchId} AND state = 'sent')`);
}

async function keep(
  { hall, actor, address }: ImportCall,
  bytes: Buffer,
  digest: string,
  kept: Kept,
): Promise<BankResultJson | Refusal> {
  const id = randomUUID();
  const at = hall.clock.instant();
  const { batchId, paid, returned, lines } = kept;
  // Words of the bank may name a person or an account: raw, but not readable in the database.
  const body = hall.cipher.seal(bytes.toString("base64"));
  const detail = { source: SOURCE, batch: batchId, lines: lines.length, paid, returned };
  try {
    await commit(
      hall.db,
      [
        sql`INSERT INTO inbound_message (id, source, digest, body, received_at, received_by, outcome)
            VALUES (${id}::uuid, ${SOURCE}, ${digest}, ${body}, ${at}::timestamptz, ${actor.id},
                    ${JSON.stringify(kept)}::jsonb) RETURNING 1`,
      ],
      [
        write(
          "audit",
          auditPart({ actor, action: "payment.import", reference: id, detail, address, at }),
        ),
      ],
    );
  } catch (error) {
    // Somebody handed in the same file at the same moment; each line was applied once.
    if (databaseRefusal(error)?.constraint !== "inbound_message_digest_key") throw error;
    return (await findEarlier(hall, digest)) ?? refuse("conflict");
  }
  return { id, receivedAt: instantText(at), repeated: false, ...kept };
}

async function findEarlier({ db }: Hall, digest: string): Promise<BankResultJson | Refusal | null> {
  const row = await db.inboundMessage.findUnique({ where: { digest } });
  if (!row) return null;
  if (row.source !== SOURCE) return refuse("unreadable-list", "这个文件已作为其他来源导入过。");
  const kept = keptSchema.parse(row.outcome);
  return { id: row.id, receivedAt: instantText(row.receivedAt), repeated: true, ...kept };
}

type ListQuery = z.output<NonNullable<typeof listBankResults.query>>;
const SHOWN = 100;

export async function listResults({ hall, query }: Call<undefined, ListQuery, undefined>) {
  const rows = await hall.db.inboundMessage.findMany({
    where: {
      source: SOURCE,
      ...(query.batch ? { outcome: { path: ["batchId"], equals: query.batch } } : {}),
    },
    orderBy: { receivedAt: "desc" },
    take: SHOWN,
    omit: { body: true },
  });
  const items = rows.map(({ id, receivedAt, outcome }) => {
    const { lines: _lines, ...kept } = keptSchema.parse(outcome);
    return { id, receivedAt: instantText(receivedAt), ...kept };
  });
  return { items };
}
