import { createHmac, randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Hall } from "../hall.ts";
import type { Gateway } from "./gateway.ts";
import { localGateway } from "./local-gateway.ts";

const TIMEOUT_MS = 10_000;

/** The configured gateway, else the local one that the back office shows (NTF-2). */
export function smsGateway(hall: Hall): Gateway {
  const { SMS_GATEWAY_URL, SMS_GATEWAY_ID, SMS_GATEWAY_SECRET_FILE } = hall.config;
  if (!SMS_GATEWAY_URL) return localGateway(hall, "sms");
  if (!SMS_GATEWAY_ID || !SMS_GATEWAY_SECRET_FILE) {
    throw new Error("SMS_GATEWAY_URL needs SMS_GATEWAY_ID and SMS_GATEWAY_SECRET_FILE");
  }
  const secret = readFileSync(SMS_GATEWAY_SECRET_FILE, "utf8").trim();
  return httpsGateway(SMS_GATEWAY_URL, SMS_GATEWAY_ID, secret);
}

/**
 * The HTTPS interface of carriers' business gateways: JSON, an account, a time stamp, a nonce and
 * an HMAC-SHA-256 over all of it; `requestId` makes a repetition harmless.
 */
const httpsGateway = (url: string, account: string, secret: string): Gateway => ({
  async send({ id, receiver, body }) {
    const payload = JSON.stringify({ requestId: id, account, mobiles: [receiver], content: body });
    const timestamp = new Date().toISOString();
    const nonce = randomUUID();
    const signature = createHmac("sha256", secret)
      .update(`${timestamp}\n${nonce}\n${payload}`)
      .digest("base64");
    const response = await fetch(url, {
      method: "POST",
      redirect: "error",
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
