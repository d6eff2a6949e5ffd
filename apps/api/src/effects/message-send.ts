import { writeMessage } from "@hall/domain/messages";
import { call, type Part, write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { type EffectWriter, type Occasion, partName } from "./occasion.ts";

/**
 * Into the inbox, and to mobile and e-mail of the person or the agent where they are registered;
 * a mobile number that the case itself gave takes the registered one's place.
 */
export const messageSend: EffectWriter<"message.send"> = (effect, occasion, id) => {
  const { title, body } = writeMessage(effect.template, {
    number: occasion.applicationNumber,
    service: occasion.serviceName,
    ...effect.values,
  });
  return [
    write(
      partName("inbox", id),
      sql`INSERT INTO message (id, subject_id, application_number, channel, title, body, state, created_at)
          VALUES (${`${id}:inbox`}, ${occasion.subject.id}::uuid, ${occasion.applicationNumber},
                  'inbox', ${title}, ${body}, 'delivered', ${occasion.at}) RETURNING 1`,
    ),
    ...outside("sms", id, occasion, title, body),
    ...(occasion.subject.kind === "person" ? outside("email", id, occasion, title, body) : []),
  ];
};

/** Where a message leaves the house, by the column that holds the receiver's address. */
const addresses = { sms: sql`mobile_cipher`, email: sql`email_cipher` };

function outside(
  channel: keyof typeof addresses,
  effectId: string,
  occasion: Occasion,
  title: string,
  body: string,
): readonly Part[] {
  const id = `${effectId}:${channel}`;
  const queued = partName(channel, id);
  const given = channel === "sms" ? occasion.mobile : null;
  const address =
    given === null ? addresses[channel] : sql`${occasion.hall.cipher.seal(given)}::bytea`;
  const receiver =
    occasion.subject.kind === "person"
      ? sql`FROM person WHERE id = ${occasion.subject.id}::uuid`
      : sql`FROM agent WHERE id = ${occasion.filedBy}::uuid`;
  return [
    write(
      queued,
      sql`INSERT INTO message (id, subject_id, application_number, channel, receiver_cipher, title,
                               body, state, created_at)
          SELECT ${id}, ${occasion.subject.id}::uuid, ${occasion.applicationNumber}, ${channel},
                 ${address}, ${title}, ${body}, 'queued', ${occasion.at}::timestamptz
            ${receiver} AND ${address} IS NOT NULL RETURNING id`,
    ),
    call(
      partName("send", id),
      sql`SELECT graphile_worker.add_job('send-message', json_build_object('id', id),
                                         job_key => 'message:' || id, max_attempts => 25)
            FROM ${raw(queued)}`,
    ),
  ];
}
