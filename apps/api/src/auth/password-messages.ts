import { randomUUID } from "node:crypto";
import { writeMessage } from "@hall/domain/messages";
import type { Hall } from "../hall.ts";
import { call, type Part, write } from "../store/commit.ts";
import { sql } from "../store/database.ts";

/** The national hotline of social insurance. */
const HOTLINE = "12333";

/** Inbox and mobile of a person: their password is another one now. */
export function passwordChangedParts(hall: Hall, personId: string): readonly Part[] {
  const { title, body } = writeMessage("password-changed", { phone: HOTLINE });
  const id = `password:${randomUUID()}`;
  return [
    write(
      "inbox",
      sql`INSERT INTO message (id, subject_id, channel, title, body, state, created_at)
          VALUES (${`${id}:inbox`}, ${personId}::uuid, 'inbox', ${title}, ${body}, 'delivered',
                  ${hall.clock.instant()}::timestamptz) RETURNING 1`,
    ),
    ...smsParts(hall, personId, `${id}:sms`, title, body),
  ];
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
  const { title, body } = writeMessage("one-time-code", { code, purpose: "重设登录密码" });
  return smsParts(hall, personId, `code:${codeId}:sms`, title, body);
}

function smsParts(
  hall: Hall,
  personId: string | null,
  id: string,
  title: string,
  body: string,
): readonly Part[] {
  return [
    write(
      "sms",
      sql`INSERT INTO message (id, subject_id, channel, receiver_cipher, title, body, state, created_at)
          SELECT ${id}, id, 'sms', mobile_cipher, ${title}, ${body}, 'queued',
                 ${hall.clock.instant()}::timestamptz
            FROM person WHERE id = ${personId}::uuid AND mobile_cipher IS NOT NULL RETURNING id`,
    ),
    call(
      "send",
      sql`SELECT queue_job('send-message', json_build_object('id', id),
                                 job_key => 'message:' || id, max_attempts => 25) FROM sms`,
    ),
  ];
}
