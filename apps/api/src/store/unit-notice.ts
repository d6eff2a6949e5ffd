import { sendPart } from "../messages/message-parts.ts";
import { type Part, write } from "./commit.ts";
import { sql } from "./database.ts";

/** Into the unit's inbox, and to its first agent's mobile. */
export function unitNotice(
  id: string,
  unitId: string,
  { title, body }: { readonly title: string; readonly body: string },
  at: Date,
): readonly Part[] {
  return [
    write(
      "notice_inbox",
      sql`INSERT INTO message (id, subject_id, channel, title, body, state, created_at)
          VALUES (${`${id}:inbox`}, ${unitId}::uuid, 'inbox', ${title}, ${body}, 'delivered', ${at})
          RETURNING 1`,
    ),
    write(
      "notice_sms",
      sql`INSERT INTO message (id, subject_id, channel, receiver_cipher, title, body, state, created_at)
          SELECT ${`${id}:sms`}, ${unitId}::uuid, 'sms', mobile_cipher, ${title}, ${body}, 'queued',
                 ${at}::timestamptz
            FROM agent WHERE unit_id = ${unitId}::uuid AND is_first AND mobile_cipher IS NOT NULL
          RETURNING id`,
    ),
    sendPart("notice_send", "notice_sms"),
  ];
}
