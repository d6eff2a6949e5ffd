import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_PASSWORD } from "../src/seed/password.ts";
import { sendMessage } from "../src/worker/send-message.ts";
import { newAddress, openTestHall, type TestHall } from "./harness.ts";

const NEW = "lotus-41-granite";
const NEWER = "harbour-96-violin";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const change = (token: string, currentPassword: string, newPassword: string) =>
  test.api("post", "/me/password", {
    token,
    body: { currentPassword, newPassword },
    from: newAddress(),
  });

describe("changing the password (SGN-4)", () => {
  it("takes the new one, and ends the other sessions", async () => {
    const here = await test.signIn("P0000001");
    const there = await test.signIn("P0000001");
    expect((await change(here.json.accessToken, DEMO_PASSWORD, NEW)).status).toBe(204);
    expect((await test.api("get", "/me", { token: there.json.accessToken })).status).toBe(401);
    expect((await test.api("post", "/auth/refresh", { cookie: there.cookie })).status).toBe(401);
    expect((await test.api("get", "/me", { token: here.json.accessToken })).status).toBe(200);
    expect((await test.signIn("P0000001")).status).toBe(401);
    expect((await test.signIn("P0000001", NEW)).status).toBe(200);
  });

  it("is told to the person, in the inbox and on the mobile", async () => {
    const { id } = await test.hall.db.person.findUniqueOrThrow({
      where: { personalNumber: "P0000001" },
    });
    const messages = await test.hall.db.message.findMany({ where: { subjectId: id } });
    expect(messages.map(({ channel, state }) => `${channel} ${state}`).sort()).toEqual([
      "inbox delivered",
      "sms queued",
    ]);
    const jobs = await test.hall.db.$queryRaw<{ n: bigint }[]>`
      SELECT count(*) AS n FROM graphile_worker.jobs WHERE task_identifier = 'send-message'`;
    expect(jobs[0]?.n).toBe(1n);
  });

  it("names the field that is wrong", async () => {
    const token = await test.tokenOf("P0000002");
    const pathOf = async (current: string, next: string) => {
      const { status, problem } = await change(token, current, next);
      expect(status).toBe(400);
      return problem.errors?.[0]?.path;
    };
    expect(await pathOf("wrong", NEW)).toBe("/currentPassword");
    expect(await pathOf(DEMO_PASSWORD, "short")).toBe("/newPassword");
    expect(await pathOf(DEMO_PASSWORD, "Password2026!")).toBe("/newPassword");
    expect(await pathOf(DEMO_PASSWORD, "my-P0000002-account")).toBe("/newPassword");
    expect(await pathOf(DEMO_PASSWORD, DEMO_PASSWORD)).toBe("/newPassword");
  });

  it("refuses the same password again", async () => {
    const { json } = await test.signIn("P0000001", NEW);
    const same = await change(json.accessToken, NEW, NEW);
    expect(same.problem.detail).toContain("相同");
  });

  it("locks after five wrong guesses at the current one", async () => {
    const token = await test.tokenOf("P0000003");
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await change(token, `wrong-${tries}`, NEW)).status).toBe(400);
    }
    expect((await change(token, DEMO_PASSWORD, NEW)).status).toBe(429);
    expect((await test.signIn("P0000003", DEMO_PASSWORD, newAddress())).status).toBe(429);
  });

  it("is for agents and staff too", async () => {
    for (const name of ["U0000004", "auditor1"]) {
      const { json } = await test.signIn(name);
      expect((await change(json.accessToken, DEMO_PASSWORD, NEW)).status).toBe(204);
      expect((await test.signIn(name, NEW)).status).toBe(200);
    }
  });

  it("needs somebody signed in", async () => {
    expect((await change("", DEMO_PASSWORD, NEW)).status).toBe(401);
  });
});

describe("an issued password (SGN-4)", () => {
  it("lets its owner do nothing but change it", async () => {
    const { db } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000012" } });
    await db.credential.update({ where: { ownerId: id }, data: { mustChange: true } });
    const { json, cookie } = await test.signIn("P0000012");
    const token = json.accessToken;
    expect(json.actor.mustChangePassword).toBe(true);
    const barred = await test.api("get", "/me/sessions", { token });
    expect(barred.status).toBe(403);
    expect(barred.problem.code).toBe("password-change-needed");
    expect((await test.api("get", "/me", { token })).status).toBe(200);
    expect((await change(token, DEMO_PASSWORD, NEW)).status).toBe(204);
    const fresh = await test.api("post", "/auth/refresh", { cookie });
    expect(fresh.json.actor.mustChangePassword).toBe(false);
    const open = await test.api("get", "/me/sessions", { token: fresh.json.accessToken });
    expect(open.status).toBe(200);
  });
});

describe("a forgotten password (SGN-4, SGN-6)", () => {
  const ask = (personalNumber: string, from = newAddress()) =>
    test.api("post", "/auth/person/password-reset", { body: { personalNumber }, from });
  const confirm = (personalNumber: string, code: string, newPassword: string) =>
    test.api("post", "/auth/person/password-reset/confirmation", {
      body: { personalNumber, code, newPassword },
      from: newAddress(),
    });
  const minutePasses = () =>
    test.hall.db.$executeRaw`DELETE FROM attempt_limit WHERE key LIKE 'code-minute:%'`;
  const codeOf = async (personalNumber: string) => {
    const { id } = await test.hall.db.person.findUniqueOrThrow({ where: { personalNumber } });
    const message = await test.hall.db.message.findFirst({
      where: { subjectId: id, id: { startsWith: "code:" } },
      orderBy: { createdAt: "desc" },
    });
    return /\d{6}/.exec(message?.body ?? "")?.[0] ?? "";
  };
  const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

  it("is replaced with a code to the registered mobile", async () => {
    const session = await test.signIn("P0000101");
    const answer = await ask("P0000101");
    expect(answer.status).toBe(202);
    const code = await codeOf("P0000101");
    const { id } = await test.hall.db.message.findFirstOrThrow({
      where: { id: { startsWith: "code:" } },
    });
    await sendMessage(test.hall, id);
    expect(await codeOf("P0000101")).toBe(""); // sent, and kept by nobody
    expect((await confirm("P0000101", code, NEWER)).status).toBe(204);
    expect((await test.signIn("P0000101")).status).toBe(401);
    expect((await test.signIn("P0000101", NEWER)).status).toBe(200);
    expect((await test.api("get", "/me", { token: session.json.accessToken })).status).toBe(401);
    const again = await confirm("P0000101", code, NEW);
    expect(again.problem.errors?.[0]?.path).toBe("/code");
  });

  it("opens a locked account", async () => {
    for (let tries = 0; tries < 5; tries += 1) await test.signIn("P0000102", "wrong", newAddress());
    expect((await test.signIn("P0000102", DEMO_PASSWORD, newAddress())).status).toBe(429);
    await ask("P0000102");
    expect((await confirm("P0000102", await codeOf("P0000102"), NEWER)).status).toBe(204);
    expect((await test.signIn("P0000102", NEWER, newAddress())).status).toBe(200);
  });

  it("gets one answer for numbers that are there and that aren't", async () => {
    const known = await ask("P0000103");
    const unknown = await ask("P8888888");
    expect(unknown.status).toBe(known.status);
    expect(unknown.json).toEqual(known.json);
    const knownAgain = await ask("P0000103");
    const unknownAgain = await ask("P8888888");
    expect(knownAgain.status).toBe(429);
    expect(unknownAgain.json).toEqual(knownAgain.json);
    const wrong = await confirm("P0000103", wrongOf(await codeOf("P0000103")), NEWER);
    const nobody = await confirm("P8888888", "123456", NEWER);
    expect(nobody.json).toEqual(wrong.json);
  });

  it("sends one a minute and ten a day", async () => {
    await minutePasses();
    const first = await ask("P0000104");
    expect(first.status).toBe(202);
    const second = await ask("P0000104");
    expect(second.status).toBe(429);
    expect(Number(second.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    for (let more = 2; more <= 10; more += 1) {
      await minutePasses();
      expect((await ask("P0000104")).status).toBe(202);
    }
    await minutePasses();
    const eleventh = await ask("P0000104");
    expect(eleventh.status).toBe(429);
    expect(Number(eleventh.headers.get("retry-after"))).toBeGreaterThan(80_000);
  });

  it("takes five tries, and then not even the right code", async () => {
    await ask("P0000105");
    const code = await codeOf("P0000105");
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await confirm("P0000105", wrongOf(code), NEWER)).status).toBe(400);
    }
    expect((await confirm("P0000105", code, NEWER)).status).toBe(400);
    expect((await test.signIn("P0000105")).status).toBe(200);
  });

  it("takes the newest code only, within five minutes", async () => {
    await ask("P0000106");
    const old = await codeOf("P0000106");
    await minutePasses();
    await ask("P0000106");
    const code = await codeOf("P0000106");
    if (old !== code) expect((await confirm("P0000106", old, NEWER)).status).toBe(400);
    await test.hall.db.$executeRaw`UPDATE one_time_code SET expires_at = now() - interval '1 s'`;
    expect((await confirm("P0000106", code, NEWER)).status).toBe(400);
  });

  it("loses no try on a weak or the same password", async () => {
    await ask("P0000107");
    const code = await codeOf("P0000107");
    for (let tries = 0; tries < 6; tries += 1) {
      const weak = await confirm("P0000107", code, "password1234");
      expect(weak.problem.errors?.[0]?.path).toBe("/newPassword");
    }
    expect((await confirm("P0000107", code, NEWER)).status).toBe(204);
  });

  it("keeps codes as keyed hashes, and out of the inbox", async () => {
    await ask("P0000109");
    const code = await codeOf("P0000109");
    expect(code).toMatch(/^\d{6}$/);
    const rows = await test.hall.db.oneTimeCode.findMany();
    for (const row of rows) expect(row.codeHash).toMatch(/^[0-9a-f]{64}$/);
    const inbox = await test.api("get", "/messages", { as: "P0000109" });
    expect(JSON.stringify(inbox.json)).not.toContain(code);
    const audit = await test.hall.db.auditEvent.findMany({
      select: { detail: true, reference: true },
    });
    expect(JSON.stringify(audit)).not.toContain(code);
  });
});
