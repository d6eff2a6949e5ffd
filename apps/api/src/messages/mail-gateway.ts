import { createTransport } from "nodemailer";
import type { Hall } from "../hall.ts";
import type { Gateway } from "./gateway.ts";
import { localGateway } from "./local-gateway.ts";

const TIMEOUT_MS = 10_000;

/** The configured SMTP server, else the local sink (NTF-2). */
export function mailGateway(hall: Hall): Gateway {
  const { SMTP_URL, MAIL_FROM } = hall.config;
  return SMTP_URL ? smtpGateway(SMTP_URL, MAIL_FROM) : localGateway(hall, "email");
}

/**
 * SMTP with a Message-ID made of the message's own id: a repetition after a crash is the same
 * mail to every server and reader that drops duplicates.
 */
export function smtpGateway(url: string, from: string): Gateway {
  const transport = createTransport(url, {
    from,
    connectionTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  } as never);
  return {
    async send({ id, receiver, title, body }) {
      const messageId = `<${id.replaceAll(/[^\w.-]/g, ".")}@hall>`;
      await transport.sendMail({ from, to: receiver, subject: title, text: body, messageId });
    },
  };
}
