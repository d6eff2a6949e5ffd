import { maskEmail } from "@hall/domain/masks";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, it } from "vitest";
import { smtpGateway } from "../src/messages/mail-gateway.ts";

const received: string[] = [];
const server = new SMTPServer({
  disabledCommands: ["STARTTLS", "AUTH"],
  onData(stream, _session, done) {
    const parts: Buffer[] = [];
    stream.on("data", (part: Buffer) => parts.push(part));
    stream.on("end", () => {
      received.push(Buffer.concat(parts).toString("utf8"));
      done();
    });
  },
});
let url: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  url = `smtp://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

it("hands a mail to an SMTP server, the same one under the same id (NTF-2)", async () => {
  const gateway = smtpGateway(url, "hall@example.cn");
  const mail = {
    id: "20260317:0:0:changed:email",
    receiver: "citizen@example.cn",
    title: "缴费方案已变更",
    body: "自2026年4月起生效。",
  };
  await gateway.send(mail);
  await gateway.send(mail);
  const ids = received.map((text) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  expect(ids).toEqual(Array(2).fill("<20260317.0.0.changed.email@hall>"));
  expect(received[0]).toContain("To: citizen@example.cn");
});

it("throws where no server takes it", async () => {
  const gateway = smtpGateway("smtp://127.0.0.1:1", "hall@example.cn");
  const mail = { id: "x", receiver: "a@example.cn", title: "t", body: "b" };
  await expect(gateway.send(mail)).rejects.toThrow();
});

it("shows of an address its first letter and its host", () => {
  expect(maskEmail("citizen@example.cn")).toBe("c***@example.cn");
  expect(maskEmail("@example.cn")).toBe("***");
});
