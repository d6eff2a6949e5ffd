import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepAuth } from "../src/auth/sweep.ts";
import { type Answer, openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const refresh = (cookie: string) => test.api("post", "/auth/refresh", { cookie });
const me = (token: string) => test.api("get", "/me", { token });
const sessionOf = (answer: Answer) => /=([0-9a-f-]{36})\./.exec(answer.cookie)?.[1] ?? "";

/** What was done long ago, in the database and in the process. */
async function longAgo(column: "rotated_at" | "last_used_at" | "created_at", seconds: number) {
  await test.hall.db.$executeRawUnsafe(
    `UPDATE session SET ${column} = ${column} - interval '${seconds} seconds'`,
  );
  test.hall.gate.recheck();
}

describe("the refresh token (SGN-5)", () => {
  it("is traded for a new access token and a new cookie", async () => {
    const first = await test.signIn("P0000001");
    const second = await refresh(first.cookie);
    expect(second.status).toBe(200);
    expect(second.json.actor).toEqual(first.json.actor);
    expect(second.cookie).not.toBe(first.cookie);
    expect(second.setCookie).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(sessionOf(second)).toBe(sessionOf(first));
    expect((await me(second.json.accessToken)).status).toBe(200);
    expect((await refresh(second.cookie)).status).toBe(200);
  });

  it("answers tabs that ask at the same moment all the same", async () => {
    const { cookie } = await test.signIn("P0000001");
    const answers = await Promise.all([1, 2, 3, 4].map(() => refresh(cookie)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.cookie)).size).toBe(1);
    expect((await refresh(answers[0]?.cookie ?? "")).status).toBe(200);
  });

  it("used again later ends the whole family", async () => {
    const stolen = await test.signIn("P0000001");
    const next = await refresh(stolen.cookie);
    await longAgo("rotated_at", 11);
    expect((await refresh(stolen.cookie)).status).toBe(401);
    expect((await refresh(next.cookie)).status).toBe(401);
    expect((await me(next.json.accessToken)).status).toBe(401);
    const session = sessionOf(stolen);
    const row = await test.hall.db.session.findUniqueOrThrow({ where: { id: session } });
    expect(row.endReason).toBe("reused");
    const logged = await test.hall.db.auditEvent.findFirst({
      where: { reference: session, action: "session.token-reused" },
    });
    expect(logged?.subjectId).toBe(row.ownerId);
  });

  it("two turns old ends the family at once", async () => {
    const first = await test.signIn("P0000001");
    const second = await refresh(first.cookie);
    const third = await refresh(second.cookie);
    expect((await refresh(first.cookie)).status).toBe(401);
    expect((await refresh(third.cookie)).status).toBe(401);
  });

  it("that nobody issued gets nothing", async () => {
    const none = "00000000-0000-4000-8000-000000000000";
    const wrong = [
      `hall-refresh=${none}.${"a".repeat(43)}`,
      "hall-refresh=x",
      "",
      "hall-refresh=%00",
    ];
    for (const cookie of wrong) {
      const { status, problem } = await refresh(cookie);
      expect(status).toBe(401);
      expect(problem.code).toBe("not-signed-in");
    }
  });

  it("of one side is none on the other, and isn't ended by it", async () => {
    const staff = await test.signIn("reviewer2");
    const person = await test.signIn("P0000001");
    const asPerson = staff.cookie.replace("hall-staff-refresh", "hall-refresh");
    expect((await refresh(asPerson)).status).toBe(401);
    const both = `${person.cookie}; ${staff.cookie}`;
    expect((await refresh(both)).json.actor.kind).toBe("person");
    const staffAgain = await test.api("post", "/auth/staff/refresh", { cookie: both });
    expect(staffAgain.json.actor).toMatchObject({ kind: "staff", username: "reviewer2" });
  });

  it("is kept as a hash alone", async () => {
    const { cookie } = await test.signIn("P0000001");
    const secret = cookie.split(".")[1] ?? "";
    const rows = await test.hall.db.session.findMany();
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(Buffer.from(row.refreshHash).toString()).not.toContain(secret);
  });
});

describe("a session (SGN-5)", () => {
  it("ends after 30 idle minutes, for token and cookie", async () => {
    const { json, cookie } = await test.signIn("P0000001");
    await longAgo("last_used_at", 30 * 60 + 1);
    expect((await me(json.accessToken)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it("is kept open by being used", async () => {
    const { json } = await test.signIn("P0000001");
    await longAgo("last_used_at", 29 * 60);
    expect((await me(json.accessToken)).status).toBe(200);
    await longAgo("last_used_at", 29 * 60);
    expect((await me(json.accessToken)).status).toBe(200);
  });

  it("ends after twelve hours however busy", async () => {
    const { json, cookie } = await test.signIn("P0000001");
    await longAgo("created_at", 12 * 3600 + 1);
    expect((await me(json.accessToken)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it("that idled out is swept, and the sweep is logged once", async () => {
    const { cookie } = await test.signIn("P0000001");
    const id = sessionOf(await Promise.resolve({ cookie } as Answer));
    await longAgo("last_used_at", 30 * 60 + 1);
    await sweepAuth(test.hall);
    await sweepAuth(test.hall);
    const row = await test.hall.db.session.findUniqueOrThrow({ where: { id } });
    expect(row.endReason).toBe("idle");
    expect(
      await test.hall.db.auditEvent.count({ where: { reference: id, action: "session.end" } }),
    ).toBe(1);
  });
});

describe("signing out", () => {
  it("ends the session and takes the cookie away", async () => {
    const { json, cookie } = await test.signIn("P0000001");
    const token = json.accessToken;
    const out = await test.api("post", "/auth/sign-out", { token, cookie });
    expect(out.status).toBe(204);
    expect(out.setCookie).toMatch(/^hall-refresh=;.*Max-Age=0/);
    expect((await me(token)).status).toBe(401);
    expect((await refresh(cookie)).status).toBe(401);
  });

  it("works with the cookie alone, and with nothing at all", async () => {
    const { json, cookie } = await test.signIn("P0000001");
    expect((await test.api("post", "/auth/sign-out", { cookie })).status).toBe(204);
    expect((await me(json.accessToken)).status).toBe(401);
    expect((await test.api("post", "/auth/sign-out")).status).toBe(204);
  });

  it("of staff leaves the public side signed in", async () => {
    const person = await test.signIn("P0000001");
    const staff = await test.signIn("reviewer2");
    const both = `${person.cookie}; ${staff.cookie}`;
    expect((await test.api("post", "/auth/staff/sign-out", { cookie: both })).status).toBe(204);
    expect((await me(staff.json.accessToken)).status).toBe(401);
    expect((await me(person.json.accessToken)).status).toBe(200);
  });
});

describe("my sessions (SGN-5)", () => {
  it("are listed with the one in use, and others can be ended", async () => {
    const here = await test.signIn("P0000002");
    const there = await test.signIn("P0000002");
    const token = here.json.accessToken;
    const { items } = (await test.api("get", "/me/sessions", { token })).json;
    expect(items).toHaveLength(2);
    expect(items.filter((item: { current: boolean }) => item.current)).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: sessionOf(there), ended: false, method: "password" });
    const gone = await test.api("delete", `/me/sessions/${sessionOf(there)}`, { token });
    expect(gone.status).toBe(204);
    expect((await me(there.json.accessToken)).status).toBe(401);
    expect((await me(token)).status).toBe(200);
    const after = (await test.api("get", "/me/sessions", { token })).json.items;
    expect(after[0]).toMatchObject({ id: sessionOf(there), ended: true });
  });

  it("of somebody else can't be ended, nor told from none", async () => {
    const mine = await test.signIn("P0000001");
    const others = await test.signIn("P0000003");
    const end = (id: string) =>
      test.api("delete", `/me/sessions/${id}`, { token: mine.json.accessToken });
    const answer = await end(sessionOf(others));
    expect(answer.status).toBe(404);
    expect((await end("00000000-0000-4000-8000-000000000000")).json.detail).toBe(
      answer.json.detail,
    );
    expect((await me(others.json.accessToken)).status).toBe(200);
  });

  it("are nobody's without a token, or with a forged one", async () => {
    expect((await test.api("get", "/me/sessions")).status).toBe(401);
    const token = await test.tokenOf("P0000001");
    const [header, payload, signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload ?? "", "base64url").toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, kind: "staff", roles: ["admin"] }));
    const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");
    for (const forged of [
      `${header}.${changed.toString("base64url")}.${signature}`,
      `${none}.${payload}.`,
      "x.y.z",
    ]) {
      expect((await me(forged)).status).toBe(401);
    }
    expect((await me(token)).status).toBe(200);
  });
});
