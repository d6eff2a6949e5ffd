import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newAddress, openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const person = (personalNumber: string, password: string, from: string) =>
  test.api("post", "/auth/person/sign-in", { body: { personalNumber, password }, from });

describe("a person", () => {
  it("signs in with number and password", async () => {
    const { status, json, headers } = await test.signIn("P0000001");
    expect(status).toBe(200);
    expect(json.actor).toMatchObject({ kind: "person", personalNumber: "P0000001" });
    expect(json.expiresInSeconds).toBe(600);
    expect(headers.get("cache-control")).toBe("no-store");
    const me = await test.api("get", "/me", { token: json.accessToken });
    expect(me.json.actor).toEqual(json.actor);
  });

  it("may type the number in lower or full width", async () => {
    const answer = await person(" ｐ000 0001 ", "Demo-2026!", newAddress());
    expect(answer.status).toBe(200);
  });

  it("keeps the refresh token where no script reaches it", async () => {
    const { setCookie } = await test.signIn("P0000001");
    expect(setCookie).toMatch(/^hall-refresh=[0-9a-f-]{36}\.[\w-]{43};/);
    expect(setCookie).toMatch(/; Path=\/api\/v1\/auth(;|$)/);
    expect(setCookie).toContain("; HttpOnly");
    expect(setCookie).toContain("; SameSite=Strict");
    expect(setCookie).not.toMatch(/Secure|Domain|Max-Age|Expires/);
  });

  it("has a Secure cookie over HTTPS", async () => {
    const { setCookie } = await test.api("post", "/auth/person/sign-in", {
      body: { personalNumber: "P0000001", password: "Demo-2026!" },
      headers: { "x-forwarded-proto": "https" },
    });
    expect(setCookie).toContain("; Secure");
  });

  it("gets one answer for a wrong password and an unknown number", async () => {
    const from = newAddress();
    const wrong = await person("P0000002", "not-this-one", from);
    const unknown = await person("P9999999", "not-this-one", from);
    expect(wrong.status).toBe(401);
    expect(wrong.problem.code).toBe("sign-in-failed");
    expect(unknown.json).toEqual(wrong.json);
    expect(wrong.setCookie).toBe("");
  });

  it("is told what is missing", async () => {
    const { status, problem } = await person("", "", newAddress());
    expect(status).toBe(400);
    expect(problem.errors).toContainEqual({ path: "/personalNumber", message: "请输入个人编号" });
  });

  it("can't break the look-up with odd characters", async () => {
    const { status } = await person("P'; --\u202e", "x'y", newAddress());
    expect(status).toBe(401);
    // Nobody types a NUL or half a pair, and PostgreSQL keeps none: refused by their shape.
    for (const odd of ["P\u0000", "P\ud800"]) {
      expect((await person(odd, "x", newAddress())).status).toBe(400);
    }
  });

  it("waits as long for an unknown number as for a wrong password", async () => {
    const { hall } = test;
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 8; round += 1) {
      await hall.db.$executeRaw`DELETE FROM attempt_limit`;
      const pairs = [
        ["known", "P0000002"],
        ["unknown", "P7777777"],
      ] as const;
      for (const [kind, number] of pairs) {
        const begin = performance.now();
        await person(number, "not-this-one", newAddress());
        times[kind].push(performance.now() - begin);
      }
    }
    const median = (list: number[]) => list.sort((a, b) => a - b)[list.length >> 1] ?? 0;
    const ratio = median(times.known) / median(times.unknown);
    // Without a hash for unknown numbers the ratio is 4 and more.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe("the lock (SGN-4)", () => {
  it("shuts an account after five failures, from wherever, and says how long", async () => {
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await person("P0000012", `wrong-${tries}`, newAddress())).status).toBe(401);
    }
    const locked = await person("P0000012", "Demo-2026!", newAddress());
    expect(locked.status).toBe(429);
    expect(locked.problem.code).toBe("locked");
    const seconds = Number(locked.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(880);
    expect(seconds).toBeLessThanOrEqual(900);
  });

  it("opens again after its time", async () => {
    await test.hall.db.$executeRaw`UPDATE attempt_limit SET until = now() - interval '1 second'`;
    expect((await person("P0000012", "Demo-2026!", newAddress())).status).toBe(200);
  });

  it("shuts unknown numbers just the same", async () => {
    for (let tries = 0; tries < 5; tries += 1) await person("P5555555", "wrong", newAddress());
    expect((await person("P5555555", "wrong", newAddress())).status).toBe(429);
  });

  it("lets five guesses through, however many come at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => person("P6666666", "wrong", newAddress())),
    );
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
  });

  it("forgets failures once somebody gets in", async () => {
    const from = newAddress();
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 3; tries += 1) await person("P0000003", "wrong", from);
      expect((await person("P0000003", "Demo-2026!", from)).status).toBe(200);
    }
  });

  it("lets many sign in at once", async () => {
    const from = newAddress();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => person("P0000001", "Demo-2026!", from)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  });

  it("shuts an address after five numbers that failed there", async () => {
    const from = newAddress();
    for (let number = 1; number <= 5; number += 1) {
      expect((await person(`P444444${number}`, "wrong", from)).status).toBe(401);
    }
    expect((await person("P0000001", "Demo-2026!", from)).problem.code).toBe("locked");
    expect((await person("P0000001", "Demo-2026!", newAddress())).status).toBe(200);
  });

  it("doesn't shut an address whose people mistype and then get in", async () => {
    const from = newAddress();
    const people = ["P0000001", "P0000002", "P0000003", "P0000012", "P0000101", "P0000102"];
    for (const number of people) {
      expect((await person(number, "wrong", from)).status).toBe(401);
      expect((await person(number, "Demo-2026!", from)).status).toBe(200);
    }
  });

  it("counts an IPv6 subscriber once", async () => {
    for (let host = 1; host <= 5; host += 1) {
      await person(`P333333${host}`, "wrong", `2001:db8:1:2::${host}`);
    }
    expect((await person("P0000001", "Demo-2026!", "2001:db8:1:2:ffff::9")).status).toBe(429);
    expect((await person("P0000001", "Demo-2026!", "2001:db8:1:3::9")).status).toBe(200);
  });
});

describe("a unit", () => {
  it("of the kind school or rental signs its first agent in by code and password", async () => {
    for (const code of ["U0000004", "U0000003"]) {
      const { status, json } = await test.signIn(code);
      expect(status).toBe(200);
      expect(json.actor).toMatchObject({ kind: "agent", method: "password", unit: { code } });
    }
  });

  it("that is an employer is told to use its certificate, and only with the right password", async () => {
    const right = await test.signIn("U0000001");
    expect(right.status).toBe(403);
    expect(right.problem.detail).toContain("数字证书");
    const wrong = await test.signIn("U0000001", "wrong");
    expect(wrong.status).toBe(401);
    expect(wrong.problem.detail).not.toContain("证书");
  });

  it("isn't locked by being told so", async () => {
    for (let tries = 0; tries < 8; tries += 1) {
      expect((await test.signIn("U0000001")).status).toBe(403);
    }
  });
});

describe("a member of staff", () => {
  const staff = (body: object, from = newAddress()) =>
    test.api("post", "/auth/staff/sign-in", { body, from });
  const password = "Demo-2026!";

  it("signs in with name, password and code, into a cookie of their own", async () => {
    const { status, json, setCookie } = await test.signIn("reviewer2");
    expect(status).toBe(200);
    expect(json.actor).toMatchObject({ kind: "staff", username: "reviewer2", roles: ["reviewer"] });
    expect(setCookie).toMatch(/^hall-staff-refresh=.*Path=\/api\/v1\/auth\/staff/);
  });

  it("can use a code once", async () => {
    const body = { username: "finance1", password, totp: await test.totpOf("finance1") };
    expect((await staff(body)).status).toBe(200);
    expect((await staff(body)).status).toBe(401);
  });

  it("can use a code once, though it comes twice at the same moment", async () => {
    const body = { username: "finance2", password, totp: await test.totpOf("finance2") };
    const answers = await Promise.all([staff(body), staff(body), staff(body)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
  });

  it("doesn't learn which of the two was wrong", async () => {
    const totp = await test.totpOf("counter1");
    const wrongCode = String((Number(totp) + 1) % 1_000_000).padStart(6, "0");
    const code = await staff({ username: "counter1", password, totp: wrongCode });
    const word = await staff({ username: "counter1", password: "wrong", totp });
    const name = await staff({ username: "nobody", password, totp });
    expect(code.status).toBe(401);
    expect(word.json).toEqual(code.json);
    expect(name.json).toEqual(code.json);
  });

  it("doesn't use a code up with a wrong password", async () => {
    const totp = await test.totpOf("policy1");
    await staff({ username: "policy1", password: "wrong", totp });
    expect((await staff({ username: "policy1", password, totp })).status).toBe(200);
  });
});

describe("what is logged", () => {
  it("tells sign-ins, failures and locks, without what was typed", async () => {
    const from = newAddress();
    await test.hall.db.$executeRaw`DELETE FROM attempt_limit`;
    await person("P0000103", "Demo-2026!", from);
    for (let tries = 0; tries < 5; tries += 1) await person("P0000103", "wrong", from);
    const events = await test.hall.db.auditEvent.findMany({
      where: { address: from },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "session.open",
      ...Array.from({ length: 5 }, () => "sign-in.fail"),
      "sign-in.lock",
    ]);
    expect(events[0]).toMatchObject({ actorKind: "person", subjectId: events[0]?.actorId });
    expect(events[1]).toMatchObject({ actorKind: "anonymous", subjectId: events[0]?.actorId });
    const everything = JSON.stringify(events, (_, value) =>
      typeof value === "bigint" ? 0 : value,
    );
    expect(everything).not.toContain("P0000103");
  });
});

describe("in production", () => {
  it("the demo's password opens nothing", async () => {
    const earnest = await openTestHall({ NODE_ENV: "production" });
    try {
      for (const name of ["P0000001", "U0000004", "reviewer1"]) {
        expect((await earnest.signIn(name)).status).toBe(401);
      }
    } finally {
      await earnest.close();
    }
  });
});
