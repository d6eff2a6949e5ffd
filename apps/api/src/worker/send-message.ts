import { maskEmail, maskMobile } from "@hall/domain/masks";
import type { Hall } from "../hall.ts";
import { scrub } from "../log.ts";
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
    // What a gateway says names the receiver more often than not.
    const lastError = scrub(error instanceof Error ? error.message : "unknown").slice(0, 200);
    await db.message.update({ where: { id }, data: { attempts: { increment: 1 }, lastError } });
    throw new Error(lastError); // graphile-worker keeps it, and tries again, each time later
  }
  await db.message.update({
    where: { id },
    data: {
      state: "sent",
      attempts: { increment: 1 },
      sentAt: hall.clock.instant(),
      receiverMasked: isMail ? maskEmail(receiver) : maskMobile(receiver),
      lastError: null,
      ...(isOneTimeCode(id) ? { body: CODE_WAS_SENT } : {}),
    },
  });
}

/** Messages that carry a code are named so by whoever writes them. */
const isOneTimeCode = (id: string): boolean => id.startsWith("code:");
/** Who reads the outbox or a backup later finds no code, used or not. */
const CODE_WAS_SENT = "验证码已发出，这里不保留内容。";
