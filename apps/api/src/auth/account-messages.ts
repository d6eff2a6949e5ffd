import { randomUUID } from "node:crypto";
import { formatMoment } from "@hall/domain/dates";
import type { MessageTemplate } from "@hall/domain/effects";
import { HOTLINE, writeMessage } from "@hall/domain/messages";
import type { Hall } from "../hall.ts";
import { sendPart } from "../messages/message-parts.ts";
import { type Part, write } from "../store/commit.ts";
import { type Sql, sql } from "../store/database.ts";
import type { OwnerKind } from "./sign-in-names.ts";

/** A letter about an account, to whoever owns it. */
interface AccountLetter {
  readonly id: string;
  readonly template: MessageTemplate;
  readonly values: Readonly<Record<string, string>>;
  /** What must hold in the database for it to be sent; `owner` is its row. */
  readonly when?: Sql;
}

/** Rows that own an account, and whose inbox tells them: an agent reads their unit's. */
const owners = {
  person: { row: sql`person`, subject: sql`owner.id` },
  agent: { row: sql`agent`, subject: sql`owner.unit_id` },
} as const;

type Reader = keyof typeof owners;

/** Staff have no inbox here; what happens to their accounts stands in the audit log. */
const mayRead = (kind: OwnerKind): kind is Reader => kind !== "staff";

/** Inbox and mobile of a person: their password is another one now. */
export function passwordChangedParts(hall: Hall, personId: string): readonly Part[] {
  const id = `password:${randomUUID()}`;
  return letterParts(hall, "person", personId, {
    id,
    template: "password-changed",
    values: { phone: HOTLINE },
  });
}

/**
 * Inbox and mobile: somebody failed until the account locked (SGN-4). Once a day, so that who locks
 * an account over and over can't use us to bother its owner. `ownerId` null, for an account that
 * isn't there, sends nothing by the same statements.
 */
export function lockedParts(hall: Hall, kind: OwnerKind, ownerId: string | null): readonly Part[] {
  if (!mayRead(kind)) return [];
  const { subject } = owners[kind];
  return letterParts(hall, kind, ownerId, {
    id: `locked:${randomUUID()}`,
    template: "account-locked",
    values: { when: formatMoment(hall.clock.now()), phone: HOTLINE },
    when: sql`NOT EXISTS (SELECT FROM message told
                           WHERE told.subject_id = ${subject} AND told.id LIKE 'locked:%'
                             AND told.created_at > ${hall.clock.instant()}::timestamptz - interval '1 day')`,
  });
}

/**
 * Inbox and mobile: signed in from a browser that wasn't there in the half year for which sign-ins
 * are kept. Its updates are no new browser; and to whom no earlier sign-in is known, nothing is new.
 */
export function newDeviceParts(
  hall: Hall,
  kind: OwnerKind,
  ownerId: string,
  device: string,
): readonly Part[] {
  if (!mayRead(kind)) return [];
  const withoutVersion = (text: Sql) => sql`regexp_replace(${text}, '[0-9._]+', '', 'g')`;
  return letterParts(hall, kind, ownerId, {
    id: `device:${randomUUID()}`,
    template: "new-device",
    values: { when: formatMoment(hall.clock.now()), phone: HOTLINE },
    when: sql`EXISTS (SELECT FROM session WHERE owner_id = owner.id)
          AND NOT EXISTS (SELECT FROM session
                           WHERE owner_id = owner.id
                             AND ${withoutVersion(sql`device`)} = ${withoutVersion(sql`${device}::text`)})`,
  });
}

/**
 * A one-time code to the registered mobile, and nowhere else: in the inbox it would be of no use
 * to somebody who can't get in. `personId` null sends nothing in the same statement.
 */
export function resetCodeParts(
  hall: Hall,
  personId: string | null,
  codeId: string,
  code: string,
): readonly Part[] {
  return smsParts(hall, "person", personId, {
    id: `code:${codeId}`,
    template: "one-time-code",
    values: { code, purpose: "重设登录密码" },
  });
}

/** By inbox and mobile. `ownerId` null writes nothing by the same statements. */
const letterParts = (...about: About): readonly Part[] => [
  messagePart("inbox", ...about),
  ...smsParts(...about),
];

const smsParts = (...about: About): readonly Part[] => [
  messagePart("sms", ...about),
  sendPart("send", "sms"),
];

type About = readonly [hall: Hall, kind: Reader, ownerId: string | null, letter: AccountLetter];

/** Where a way leads, and in which state what was written begins; nobody is written to in vain. */
const ways = {
  inbox: { receiver: sql`NULL::bytea`, isReached: sql`true`, state: "delivered" },
  sms: {
    receiver: sql`owner.mobile_cipher`,
    isReached: sql`owner.mobile_cipher IS NOT NULL`,
    state: "queued",
  },
} as const;

function messagePart(channel: keyof typeof ways, ...[hall, kind, ownerId, letter]: About): Part {
  const { receiver, isReached, state } = ways[channel];
  const { row, subject } = owners[kind];
  const { title, body } = writeMessage(letter.template, letter.values);
  return write(
    channel,
    sql`INSERT INTO message (id, subject_id, channel, receiver_cipher, title, body, state, created_at)
        SELECT ${`${letter.id}:${channel}`}, ${subject}, ${channel}, ${receiver}, ${title}, ${body},
               ${state}, ${hall.clock.instant()}::timestamptz
          FROM ${row} owner
         WHERE owner.id = ${ownerId}::uuid AND ${isReached} AND ${letter.when ?? sql`true`}
        RETURNING id`,
  );
}
