import { writeMessage } from "@hall/domain/messages";
import { letterParts } from "../messages/message-parts.ts";
import { type EffectWriter, partName } from "./occasion.ts";

/**
 * Into the inbox, and to mobile and e-mail of the person or the agent where they are registered;
 * a mobile number that the case itself gave takes the registered one's place.
 */
export const messageSend: EffectWriter<"message.send"> = (effect, occasion, id) => {
  const text = writeMessage(effect.template, {
    number: occasion.applicationNumber,
    service: occasion.serviceName,
    ...effect.values,
  });
  const { hall, subject, filedBy: agentId, applicationNumber, at, mobile } = occasion;
  const sealed = mobile === null ? null : hall.cipher.seal(mobile);
  const letter = { id, subject, agentId, applicationNumber, at, mobile: sealed, ...text };
  return letterParts(letter, partName);
};
