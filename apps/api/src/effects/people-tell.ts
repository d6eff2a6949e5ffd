import { writeMessage } from "@hall/domain/messages";
import { call, exactly, write } from "../store/commit.ts";
import { raw, sql } from "../store/database.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/**
 * Into each person's own inbox and to their mobile, however many they are. The messages name no
 * case: it belongs to whoever filed the list, and the person couldn't open it.
 */
export const peopleTell: EffectWriter<"people.tell"> = (effect, occasion, id) => {
  const { hall, applicationNumber, serviceName, at } = occasion;
  const texts = effect.people.map(({ values }) =>
    writeMessage(effect.template, { number: applicationNumber, service: serviceName, ...values }),
  );
  const told = partName("told", id);
  const queued = partName("told_sms", id);
  const receivers = sql`
    FROM unnest(${effect.people.map((each) => hall.cipher.lookup(each.identityNumber))}::bytea[],
                ${texts.map(({ title }) => title)}::text[], ${texts.map(({ body }) => body)}::text[])
         WITH ORDINALITY AS told (hash, title, body, n)
    JOIN person p ON p.identity_hash = told.hash`;
  return [
    write(
      told,
      sql`INSERT INTO message (id, subject_id, channel, title, body, state, created_at)
          SELECT ${id} || ':' || n || ':inbox', p.id, 'inbox', title, body, 'delivered',
                 ${at}::timestamptz ${receivers} RETURNING 1`,
    ),
    exactly(told, effect.people.length),
    write(
      queued,
      sql`INSERT INTO message (id, subject_id, channel, receiver_cipher, title, body, state, created_at)
          SELECT ${id} || ':' || n || ':sms', p.id, 'sms', p.mobile_cipher, title, body, 'queued',
                 ${at}::timestamptz ${receivers} WHERE p.mobile_cipher IS NOT NULL RETURNING id`,
    ),
    call(
      partName("told_send", id),
      sql`SELECT graphile_worker.add_job('send-message', json_build_object('id', id),
                                         job_key => 'message:' || id, max_attempts => 25)
            FROM ${raw(queued)}`,
    ),
  ];
};
