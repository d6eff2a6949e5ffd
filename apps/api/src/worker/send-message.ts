import { maskEmail, maskMobile } from "@hall/domain/masks";
import type { Hall } from "../hall.ts";
import { mailGateway } from "../messages/mail-gateway.ts";
import { smsGateway } from "../messages/sms-gateway.ts";

/**
 * Hands a message to its gateway. It is marked as sent only after the gateway took it; the gateway
 * knows it by its id, so that a repetition after a crash reaches nobody twice.
 */
export async function sendMessage(hall: Hall, id: string): Promise<void> {
  const { db, cipher } = hall;
  const message = await db.message.findUnique({ where: { id } });
  if (message?.state !== "queued" || !message.receiverCipher) return;
  const receiver = cipher.open(message.receiverCipher);
  const isMail = message.channel === "email";
  const gateway = isMail ? mailGateway(hall) : smsGateway(hall);
  try {
    await gateway.send({ id, receiver, title: message.title, body: message.body });
  } catch (error) {
    const lastError = error instanceof Error ? error.message.slice(0, 200) : "unknown";
    await db.message.update({ where: { id }, data: { attempts: { increment: 1 }, lastError } });
    throw error; // graphile-worker tries again, each time later
  }
  await db.message.update({
    where: { id },
    data: {
      state: "sent",
      attempts: { increment: 1 },
      sentAt: hall.clock.instant(),
      receiverMasked: isMail ? maskEmail(receiver) : maskMobile(receiver),
      lastError: null,
    },
  });
}
