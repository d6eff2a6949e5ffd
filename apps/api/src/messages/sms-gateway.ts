import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Hall } from "../hall.ts";

export interface Sms {
  /** The gateway takes each id once. */
  readonly id: string;
  readonly receiver: string;
  readonly body: string;
}

export interface SmsGateway {
  /** Throws where it isn't certain that the gateway has it. */
  readonly send: (sms: Sms) => Promise<void>;
}

const TIMEOUT_MS = 10_000;

/** The configured gateway, else the local one that the back office shows (NTF-2). */
export function smsGateway(hall: Hall): SmsGateway {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_ID, SMS_GATEWAY_SECRET_FILE } = hall.config;
  if (!SMS_GATEWAY_URL) return localGateway(hall);
  if (!SMS_GATEWAY_ID || !SMS_GATEWAY_SECRET_FILE) {
    throw new Error("SMS_GATEWAY_URL needs SMS_GATEWAY_ID and SMS_GATEWAY_SECRET_FILE");
  }
  const secret = readFileSync(SMS_GATEWAY_SECRET_FILE, "utf8").trim();
  return httpsGateway(SMS_GATEWAY_URL, SMS_GATEWAY_ID, secret);
}

const localGateway = ({ db, cipher, clock }: Hall): SmsGateway => ({
  async send({ id, receiver, body }) {
    const sealed = Buffer.from(cipher.seal(receiver)).toString("base64");
    await db.localDelivery.createMany({
      data: [
        { messageId: id, channel: "sms", receiver: sealed, body, receivedAt: clock.instant() },
      ],
      skipDuplicates: true,
    });
  },
});

/**
 * The HTTPS interface of carriers' business gateways: JSON, an account, a time stamp, a nonce and
 * an HMAC-SHA-256 over all of it; `requestId` makes a repetition harmless.
 */
const httpsGateway = (url: string, account: string, secret: string): SmsGateway => ({
  async send({ id, receiver, body }) {
    const payload = JSON.stringify({ requestId: id, account, mobiles: [receiver], content: body });
    const timestamp = new Date().toISOString();
    const nonce = randomUUID();
    const signature = createHmac("sha256", secret)
      .update(`${timestamp}\n${nonce}\n${payload}`)
      .digest("base64");
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json; charset=utf-8",
        "x-timestamp": timestamp,
        "x-nonce": nonce,
        "x-signature": signature,
      },
      body: payload,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // 409: it has this request already.
    if (!response.ok && response.status !== 409)
      throw new Error(`gateway answered ${response.status}`);
  },
});
