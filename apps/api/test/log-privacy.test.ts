import { randomUUID } from "node:crypto";
import { type AddressInfo, createServer } from "node:net";
import type { Logger } from "graphile-worker";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../src/http/route.ts";
import { makeLog, scrub } from "../src/log.ts";
import { routes } from "../src/routes.ts";
import { DEMO_PASSWORD } from "../src/seed/password.ts";
import { sql } from "../src/store/database.ts";
import { runDaily } from "../src/worker/daily.ts";
import { sendMessage } from "../src/worker/send-message.ts";
import { workerLogger } from "../src/worker/tasks.ts";
import { caseWalk } from "./case-walk.ts";
import { askForEvidence, fileWalk, photoOf } from "./file-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

/** Everything that was logged, refused and queued, for a search through all of it. */
const lines: string[] = [];
const problems: string[] = [];
const log = makeLog("debug", { write: (line) => void lines.push(line) });

/** A fault of ours whose message holds what it must not tell. */
const breaking = (id: string, words: (test: TestHall) => Promise<string>): readonly Route[] =>
  routes.map((route) =>
    route.endpoint.id === id
      ? {
          ...route,
          handle: async () => {
            throw new Error(`broke over\n    at ${await words(test)} (x.ts:1:1)`);
          },
        }
      : route,
  );

let test: TestHall;
let mailServer: ReturnType<typeof createServer>;
beforeAll(async () => {
  askForEvidence();
  mailServer = createServer(refuseByName);
  await new Promise<void>((resolve) => mailServer.listen(0, "127.0.0.1", resolve));
  const { port } = mailServer.address() as AddressInfo;
  test = await openTestHall(
    { SMTP_URL: `smtp://127.0.0.1:${port}` },
    {
      mounted: breaking("rateApplication", async () =>
        (await secretsOf(test)).slice(0, 40).join(" "),
      ),
      log,
    },
  );
});
afterAll(async () => {
  mailServer.close();
  await test.close();
});

/** An SMTP server that repeats whom it doesn't know. */
function refuseByName(socket: import("node:net").Socket): void {
  socket.write("220 mail\r\n");
  socket.on("error", () => socket.destroy());
  socket.on("data", (data) => {
    const text = data.toString();
    if (/^RCPT/i.test(text)) socket.write(`550 5.1.1 ${text.trim()} 13900000012 unknown\r\n`);
    else socket.write("250 ok\r\n");
  });
}

/** Whatever of people the database holds, opened: numbers, mobiles, cards, mail, one-time secrets. */
async function secretsOf({ hall }: TestHall): Promise<readonly string[]> {
  const { db, cipher } = hall;
  const [people, agents, staff, accounts] = await Promise.all([
    db.person.findMany({ select: { identityCipher: true, mobileCipher: true, emailCipher: true } }),
    db.agent.findMany({ select: { mobileCipher: true } }),
    db.staff.findMany({ select: { totpCipher: true } }),
    db.payoutAccount.findMany({ select: { numberCipher: true } }),
  ]);
  const sealed = [...people, ...agents, ...staff, ...accounts].flatMap((row) => Object.values(row));
  return sealed.filter((each) => each !== null).map((each) => cipher.open(each));
}

async function keep<T extends { status: number; json: unknown }>(answer: Promise<T>): Promise<T> {
  const given = await answer;
  if (given.status >= 400) problems.push(JSON.stringify(given.json));
  return given;
}

const PASSWORD = "Kein-Wort-davon-2026";

async function signInsAndResets() {
  const tokens: string[] = [];
  for (const name of ["P0000012", "U0000004", "reviewer1"]) {
    const { json, cookie } = await test.signIn(name);
    tokens.push(json.accessToken, cookie.split("=")[1] ?? "");
    await keep(test.signIn(name, PASSWORD));
  }
  const at = "/auth/person/password-reset";
  await test.api("post", at, { body: { personalNumber: "P0000101" } });
  const wrong = { personalNumber: "P0000101", code: "000000", newPassword: PASSWORD };
  await keep(test.api("post", `${at}/confirmation`, { body: wrong }));
  return tokens;
}

async function cases() {
  const walk = fileWalk(test, await photoOf());
  const created = await walk.create("P0000012", { fileName: "320599196803049993 13900000012.jpg" });
  await walk.put("P0000012", created.json.id, await photoOf());
  const { json: checked } = await walk.check("P0000012");
  const evidence = [{ slot: "identity-front", fileId: created.json.id }];
  const { json } = await walk.submit("P0000012", checked.quoteHash, evidence);
  const staff = caseWalk(test);
  for (const reviewer of ["reviewer1", "reviewer2"]) {
    await staff.claim(json.number, reviewer);
    await keep(staff.decide(json.number, { kind: "approve" }, reviewer));
  }
  const pay = paymentWalk(test);
  const batch = await pay.sent([(await pay.orderOf(json.number)).id]);
  await pay.importText(await pay.sampleResult(batch));
  await keep(pay.importText("320599196803049993,6222020000000012"));
  await keep(
    test.api("post", `/applications/${json.number}/rating`, {
      as: "P0000012",
      key: randomUUID(),
      body: { stars: 5 },
    }),
  );
  await keep(
    test.api("post", "/backoffice/counter-cases", {
      as: "counter1",
      key: randomUUID(),
      body: {
        personalNumber: "320599196803049993",
        name: "13900000012",
        matter: "转移",
        workingDays: 5,
      },
    }),
  );
}

/** A mail that is refused, and what the queue keeps of it. */
async function mail() {
  const { db, cipher } = test.hall;
  const person = await db.person.findFirstOrThrow();
  const id = "test:mail";
  const receiverCipher = cipher.seal("zhang.san@example.com");
  const words = { title: "通知", body: "正文", state: "queued", createdAt: new Date() };
  await db.message.create({
    data: { id, subjectId: person.id, channel: "email", receiverCipher, ...words },
  });
  const failed = await sendMessage(test.hall, id).catch((error: Error) => error);
  expect(failed).toBeInstanceOf(Error);
  const worker: Logger = workerLogger(log);
  worker.error(`Failed task: ${(failed as Error).stack} for 13900000012`);
  return (await db.message.findUniqueOrThrow({ where: { id } })).lastError ?? "";
}

describe("numbers of people (AUD-2)", () => {
  it("are taken out of whatever a line says, and case numbers stay", () => {
    expect(scrub("a 320599196803049993, 32059919830228998x; 13900000012 b")).toBe(
      "a […], […]; […] b",
    );
    expect(scrub("6222020000000012 and 6222020000000000012, a@b.cn")).toBe("[…] and […], […]");
    expect(scrub("case 20260317123456789 of 2026-03-17")).toBe(
      "case 20260317123456789 of 2026-03-17",
    );
  });

  it("are in no log, job, audit row or error, and neither are passwords and tokens", {
    timeout: 300_000,
  }, async () => {
    const tokens = await signInsAndResets();
    await cases();
    await runDaily(test.hall);
    const lastError = await mail();
    const { db } = test.hall;
    const jobs = await db.$queryRaw(sql`SELECT * FROM graphile_worker._private_jobs`);
    const audit = await db.auditEvent.findMany({ select: { detail: true, reference: true } });
    const looked = {
      logs: lines.join(""),
      problems: problems.join(""),
      jobs: JSON.stringify(jobs, (_, value) => (typeof value === "bigint" ? `${value}` : value)),
      audit: JSON.stringify(audit),
      "last error of a message": lastError,
    };
    expect(lines.length).toBeGreaterThan(2);
    expect(looked.logs).toContain("request failed");
    expect(looked.logs).toContain("Failed task");
    expect(problems.length).toBeGreaterThan(5);
    expect(audit.length).toBeGreaterThan(10);
    expect(lastError).toContain("550");
    const secrets = [...(await secretsOf(test)), ...tokens, DEMO_PASSWORD, PASSWORD, "zhang.san"];
    expect(secrets.length).toBeGreaterThan(100);
    for (const [where, text] of Object.entries(looked)) {
      expect([where, secrets.filter((secret) => text.includes(secret))]).toEqual([where, []]);
    }
  });

  it("aren't told either when somebody tries the doors, which is logged", async () => {
    const as = "P0000012";
    const before = lines.length;
    await keep(test.api("get", "/applications/20260317000000001", { as }));
    await keep(test.api("get", "/backoffice/cases", { as }));
    const body = { stars: 5, "320599196803049993": PASSWORD };
    const at = "/applications/20260317000000001/rating";
    await keep(test.api("post", at, { as, key: randomUUID(), body }));
    const said = lines.slice(before).map((line) => JSON.parse(line));
    const { id } = await test.hall.db.person.findUniqueOrThrow({ where: { personalNumber: as } });
    expect(said).toMatchObject([
      { actor: id, endpoint: "getApplication", msg: "not-found" },
      { actor: id, endpoint: "backoffice.listCases", msg: "not-allowed" },
      { actor: id, endpoint: "rateApplication", msg: "malformed" },
    ]);
    expect(JSON.stringify(said)).not.toMatch(/320599|Kein/);
  });

  it("are no part of any address", () => {
    const names = routes.flatMap(({ endpoint }) => [...endpoint.path.matchAll(/\{(\w+)\}/g)]);
    const asked = routes.flatMap(({ endpoint }) =>
      Object.keys((endpoint.query as { shape?: object } | undefined)?.shape ?? {}),
    );
    const telling = /identity|idnumber|mobile|phone|card(?!s)|bank(?!File)|password|token/i;
    expect(
      [...names.map(([, name]) => name ?? ""), ...asked].filter((each) => telling.test(each)),
    ).toEqual([]);
  });
});
