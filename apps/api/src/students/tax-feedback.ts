import { createHash, randomUUID } from "node:crypto";
import type { TaxFeedbackJson, TaxFeedbackLine } from "@hall/contracts/backoffice/tax-feedback";
import type { Day } from "@hall/domain/dates";
import { maskIdentityNumber } from "@hall/domain/masks";
import { judgePayment } from "@hall/domain/services/student-enrolment/payment";
import { auditPart } from "../audit/audit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { isUnreadable } from "../lists/unreadable.ts";
import { commit, untilCommitted, write } from "../store/commit.ts";
import { databaseRefusal, sql } from "../store/database.ts";
import {
  enrolmentKey,
  enrolmentsMove,
  enrolmentsOf,
  type KeptEnrolment,
} from "../store/student-enrolments.ts";
import { type FeedbackLine, readFeedback } from "./read-feedback.ts";

export const FEEDBACK_SOURCE = "tax-student-payments";
/** Students looked up by one statement. */
const SLICE = 1_000;

/** What is kept of a file's outcome: everything that its answer tells but itself. */
export type KeptOutcome = Pick<TaxFeedbackJson, "paid" | "lines">;

/**
 * Takes in what the tax side reports (STE-6, EXT-2). The file is kept as it came, with what became
 * of each line; the same bytes again change nothing and tell what they told.
 */
export async function importFeedback(
  hall: Hall,
  actor: Actor,
  bytes: Buffer,
  address: string,
): Promise<TaxFeedbackJson | Refusal> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const earlier = await findEarlier(hall, digest);
  if (earlier) return earlier;
  const lines = readFeedback(bytes);
  if (isUnreadable(lines)) return refuse("unreadable-list", lines.unreadable);
  const took = { hall, actor, bytes, digest, address, lines };
  try {
    const outcome = await untilCommitted(() => attempt(took));
    return outcome === "moved" ? refuse("dependency-away") : outcome;
  } catch (error) {
    // Somebody handed in the same file at the same moment.
    if (databaseRefusal(error)?.constraint !== "inbound_message_digest_key") throw error;
    return (await findEarlier(hall, digest)) ?? refuse("conflict");
  }
}

interface Taken {
  readonly hall: Hall;
  readonly actor: Actor;
  readonly bytes: Buffer;
  readonly digest: string;
  readonly address: string;
  readonly lines: readonly FeedbackLine[];
}

async function attempt(taken: Taken): Promise<TaxFeedbackJson | "moved"> {
  const { hall, actor, bytes, digest, address, lines } = taken;
  const { paid, outcomes } = await judgeLines(hall, lines);
  const id = randomUUID();
  const at = hall.clock.instant();
  const kept: KeptOutcome = { paid: paid.length, lines: outcomes };
  // The file is full of identity numbers: raw, but not readable in the database (AUD-2).
  const body = hall.cipher.seal(bytes.toString("base64"));
  const detail = { source: FEEDBACK_SOURCE, lines: lines.length, paid: paid.length };
  const outcome = await commit(
    hall.db,
    // What was read is checked by the parts themselves.
    [sql`SELECT 1`],
    [
      write(
        "inbound",
        sql`INSERT INTO inbound_message (id, source, digest, body, received_at, received_by, outcome)
            VALUES (${id}::uuid, ${FEEDBACK_SOURCE}, ${digest}, ${body}, ${at}, ${actor.id},
                    ${JSON.stringify(kept)}::jsonb) RETURNING 1`,
      ),
      ...enrolmentsMove(paid, "paid"),
      write(
        "audit",
        auditPart({ actor, action: "payment.import", reference: id, detail, address, at }),
      ),
    ],
  );
  if (outcome === "moved") return "moved";
  return { id, receivedAt: instantText(at), repeated: false, ...kept };
}

type Paid = KeptEnrolment & { readonly paid: Day };

/** Line after line: what an earlier line has paid, a later one finds paid. */
async function judgeLines(hall: Hall, lines: readonly FeedbackLine[]) {
  const readable = lines.flatMap((line) => ("malformed" in line ? [] : [line]));
  const enrolments = new Map<string, KeptEnrolment>();
  for (let from = 0; from < readable.length; from += SLICE) {
    const found = await enrolmentsOf(hall, readable.slice(from, from + SLICE));
    for (const [key, enrolment] of found) enrolments.set(key, enrolment);
  }
  const today = hall.clock.now().toPlainDate();
  const paid: Paid[] = [];
  const outcomes = lines.map((line): TaxFeedbackLine => {
    const told = { line: line.line, maskedIdentityNumber: maskIdentityNumber(line.identityNumber) };
    if ("malformed" in line) return { ...told, outcome: "malformed", message: line.malformed };
    const key = enrolmentKey(hall, line.identityNumber, line.year);
    const enrolment = enrolments.get(key) ?? null;
    const { kind, message } = judgePayment(enrolment, line, today);
    if (kind === "paid" && enrolment) {
      paid.push({ ...enrolment, paid: line.paidOn });
      enrolments.set(key, { ...enrolment, state: "paid", paidOn: line.paidOn });
    }
    return { ...told, outcome: kind, message };
  });
  return { paid, outcomes };
}

async function findEarlier({ db }: Hall, digest: string): Promise<TaxFeedbackJson | null> {
  const row = await db.inboundMessage.findUnique({ where: { digest } });
  if (!row) return null;
  // Written by `attempt` alone.
  const kept = row.outcome as unknown as KeptOutcome;
  return { id: row.id, receivedAt: instantText(row.receivedAt), repeated: true, ...kept };
}
