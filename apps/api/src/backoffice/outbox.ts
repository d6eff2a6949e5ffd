import type { listOutbox, OutboxMessage, resendMessage } from "@hall/contracts/backoffice/messages";
import { maskMobile } from "@hall/domain/masks";
import type { z } from "zod";
import { auditEachPart, auditPart } from "../audit/audit.ts";
import { instantText } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { Actor } from "../http/actor.ts";
import { isRefusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { call, commit, write } from "../store/commit.ts";
import { type Prisma, sql } from "../store/database.ts";
import { behind, fromCursor, pageOfRows, toCursor } from "./cursor.ts";

type Query = z.output<NonNullable<typeof listOutbox.query>>;
type Message = Prisma.MessageGetPayload<Record<string, never>>;

/** What was written to be sent, and what became of it (NTF-1); numbers are masked. */
export async function outbox({ hall, actor, query, address }: Call<undefined, Query, undefined>) {
  const cursor = fromCursor(query.cursor, "time", "text");
  if (isRefusal(cursor)) return cursor;
  const rows = await hall.db.message.findMany({
    where: {
      channel: query.channel,
      ...(query.application ? { applicationNumber: query.application } : {}),
      ...(query.state ? stateIs[query.state] : {}),
      ...behind(cursor, "createdAt"),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const { page, nextCursor } = pageOfRows(rows, query.limit, ({ createdAt, id }) =>
    toCursor(createdAt.toISOString(), id),
  );
  const local = await hall.db.localDelivery.findMany({
    where: { messageId: { in: page.map(({ id }) => id) } },
  });
  const bodies = new Map(local.map(({ messageId, body }) => [messageId, body]));
  await logLooks(hall, actor, address, page, bodies);
  return { items: page.map((row) => presentMessage(hall, row, bodies)), nextCursor };
}

/** The look at the list, and one at each person whose message can be read in it. */
async function logLooks(
  { db, clock }: Hall,
  actor: Actor,
  address: string,
  page: readonly Message[],
  bodies: ReadonlyMap<string, string>,
): Promise<void> {
  const event = { actor, action: "message.look", address, at: clock.instant() } as const;
  const read = page.filter(({ id }) => bodies.has(id)).map(({ id }) => id);
  const looks = [
    write("list", auditPart({ ...event, detail: { shown: page.length } })),
    write(
      "each",
      auditEachPart(event, {
        reference: sql`min(m.application_number)`,
        subjectId: sql`m.subject_id`,
        from: sql`message m WHERE m.id = ANY(${read}::text[]) GROUP BY m.subject_id`,
      }),
    ),
  ];
  await commit(db, [sql`SELECT 1`], looks);
}

const stateIs = {
  queued: { state: "queued", attempts: 0 },
  failing: { state: "queued", attempts: { gt: 0 } },
  sent: { state: "sent" },
} as const;

function presentMessage(
  { cipher }: Hall,
  row: Message,
  localBodies: ReadonlyMap<string, string>,
): OutboxMessage {
  const receiver = row.receiverCipher && maskMobile(cipher.open(row.receiverCipher));
  const isFailing = row.state === "queued" && row.attempts > 0;
  return {
    id: row.id,
    channel: row.channel as OutboxMessage["channel"],
    title: row.title,
    applicationNumber: row.applicationNumber,
    maskedReceiver: row.receiverMasked ?? receiver,
    state: isFailing ? "failing" : (row.state as OutboxMessage["state"]),
    attempts: row.attempts,
    lastError: row.lastError,
    createdAt: instantText(row.createdAt),
    sentAt: row.sentAt && instantText(row.sentAt),
    localBody: localBodies.get(row.id) ?? null,
  };
}

type ResendCall = Call<z.output<NonNullable<typeof resendMessage.params>>, undefined, undefined>;

/** Tries anew, at once, what hasn't gone out; what has is never sent twice. */
export async function resend({ hall, actor, params, idempotency, address }: ResendCall) {
  const row = await hall.db.message.findUnique({ where: { id: params.id } });
  if (!row || row.channel === "inbox") return refuse("not-found");
  const at = hall.clock.instant();
  const answer = { id: row.id, state: "queued" } as const;
  const outcome = await commit(
    hall.db,
    [
      sql`UPDATE message SET last_error = NULL
           WHERE id = ${row.id} AND state = 'queued' RETURNING 1`,
    ],
    [
      call(
        "send_again",
        sql`SELECT graphile_worker.add_job('send-message', json_build_object('id', ${row.id}::text),
                                           job_key => 'message:' || ${row.id}, max_attempts => 25)`,
      ),
      write("idempotency", idempotency.remember(200, answer)),
      write(
        "audit",
        auditPart({
          actor,
          action: "message.resend",
          subjectId: row.subjectId,
          reference: row.id,
          address,
          at,
        }),
      ),
    ],
  );
  return outcome === "moved" ? refuse("conflict", "这条消息已经发出，不再重发。") : answer;
}
