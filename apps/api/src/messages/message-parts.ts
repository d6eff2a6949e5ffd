import { call, type Part, write } from "../store/commit.ts";
import { raw, type Sql, sql } from "../store/database.ts";

/** One text to one receiver, on every way on which they can be reached (NTF-1, NTF-3). */
export interface Letter {
  /** Unique for what it tells of; ids of the single messages derive from it. */
  readonly id: string;
  readonly subject: { readonly kind: "person" | "unit"; readonly id: string };
  /** Agent who is reached where the subject is a unit. */
  readonly agentId: string;
  readonly applicationNumber: string | null;
  /** A number that takes the registered one's place, sealed. */
  readonly mobile?: Uint8Array | null;
  readonly title: string;
  readonly body: string;
  readonly at: Date;
}

/**
 * Into the inbox, and to mobile and e-mail of the person or the agent where they are registered.
 * @param part names a part of the statement, by kind and message
 */
export function letterParts(letter: Letter, part: (kind: string, id: string) => string): Part[] {
  const { id, subject, applicationNumber, title, body, at } = letter;
  return [
    write(
      part("inbox", id),
      sql`INSERT INTO message (id, subject_id, application_number, channel, title, body, state, created_at)
          VALUES (${`${id}:inbox`}, ${subject.id}::uuid, ${applicationNumber},
                  'inbox', ${title}, ${body}, 'delivered', ${at}) RETURNING 1`,
    ),
    ...outside("sms", letter, part),
    ...(subject.kind === "person" ? outside("email", letter, part) : []),
  ];
}

/** Where a message leaves the house, by the column that holds the receiver's address. */
const addresses = { sms: sql`mobile_cipher`, email: sql`email_cipher` };

function outside(
  channel: keyof typeof addresses,
  letter: Letter,
  part: (kind: string, id: string) => string,
): readonly Part[] {
  const id = `${letter.id}:${channel}`;
  const queued = part(channel, id);
  const given = channel === "sms" ? (letter.mobile ?? null) : null;
  const address: Sql = given === null ? addresses[channel] : sql`${given}::bytea`;
  const receiver =
    letter.subject.kind === "person"
      ? sql`FROM person WHERE id = ${letter.subject.id}::uuid`
      : sql`FROM agent WHERE id = ${letter.agentId}::uuid`;
  return [
    write(
      queued,
      sql`INSERT INTO message (id, subject_id, application_number, channel, receiver_cipher, title,
                               body, state, created_at)
          SELECT ${id}, ${letter.subject.id}::uuid, ${letter.applicationNumber}, ${channel},
                 ${address}, ${letter.title}, ${letter.body}, 'queued', ${letter.at}::timestamptz
            ${receiver} AND ${address} IS NOT NULL RETURNING id`,
    ),
    sendPart(part("send", id), queued),
  ];
}

/** Queues the sending of what the part of this name has written. */
export const sendPart = (name: string, queued: string): Part =>
  call(
    name,
    sql`SELECT queue_job('send-message', json_build_object('id', id),
                         job_key => 'message:' || id, max_attempts => 25) FROM ${raw(queued)}`,
  );

/** Names for a statement that writes one letter only: the same statement for every receiver. */
export const onlyLetter = (kind: string, id: string): string =>
  kind === "send" ? `letter_send_${id.split(":").at(-1)}` : `letter_${kind}`;
