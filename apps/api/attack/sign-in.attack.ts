import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Route } from "../src/http/route.ts";
import { routes } from "../src/routes.ts";
import { newAddress, openTestHall, type TestHall } from "../test/harness.ts";
import { count } from "./counts.ts";
import { handledBy } from "./planted.ts";

let test: TestHall;
let attempts = 0;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(async () => {
  count("sign-in", { attempts });
  await test.close();
});

const ROUNDS = 15;
const WRONG = "not-this-one";

const doors = {
  person: (name: string) => ["/auth/person/sign-in", { personalNumber: name, password: WRONG }],
  unit: (name: string) => ["/auth/unit/sign-in", { unitCode: name, password: WRONG }],
  staff: (name: string) => [
    "/auth/staff/sign-in",
    { username: name, password: WRONG, totp: "123456" },
  ],
} as const satisfies Readonly<Record<string, (name: string) => readonly [string, object]>>;

async function knock(hall: TestHall, door: keyof typeof doors, name: string) {
  attempts += 1;
  const [path, body] = doors[door](name);
  const begun = performance.now();
  const answer = await hall.api("post", path, { body, from: newAddress() });
  return { answer, took: performance.now() - begun };
}

/**
 * How much longer a known name takes than an unknown one, as the ratio of medians. Both are asked
 * for in turn, so that whatever else the machine does falls on both alike.
 */
async function timing(hall: TestHall, door: keyof typeof doors, known: string, unknown: string) {
  const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
  const said = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    await hall.hall.db.$executeRaw`DELETE FROM attempt_limit`;
    const order = round % 2 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
    for (const which of order) {
      const { answer, took: ms } = await knock(hall, door, which === "known" ? known : unknown);
      took[which].push(ms);
      said.add(JSON.stringify({ ...answer.json, status: answer.status }));
    }
  }
  return { ratio: median(took.known) / median(took.unknown), said };
}

const median = (list: readonly number[]) => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0;

describe("who has an account (SGN-4)", () => {
  it.each([
    ["person", "P0000002", "P7777777"],
    ["unit", "U0000004", "U7777777"],
    ["staff", "finance2", "nobody7"],
  ] as const)("isn't told by the %s's door, in words or by time", async (door, known, unknown) => {
    const { ratio, said } = await timing(test, door, known, unknown);
    expect(said.size).toBe(1);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it("isn't told by a forgotten password either", async () => {
    const ask = (personalNumber: string) =>
      test.api("post", "/auth/person/password-reset", {
        body: { personalNumber },
        from: newAddress(),
      });
    const [known, unknown] = [await ask("P0000002"), await ask("P8888888")];
    expect([known.status, known.json]).toEqual([unknown.status, unknown.json]);
  });

  it("isn't told by a challenge", async () => {
    const ask = (unitCode: string) =>
      test.api("post", "/auth/unit/challenge", { body: { unitCode }, from: newAddress() });
    const [known, unknown] = [await ask("U0000001"), await ask("U8888888")];
    expect([known.status, Object.keys(known.json)]).toEqual([
      unknown.status,
      Object.keys(unknown.json),
    ]);
  });
});

describe("guessing", () => {
  it("of one account is judged five times, out of fifty at once from fifty addresses", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 50 }, () => knock(test, "person", "P0000104")),
    );
    const judged = guesses.filter(({ answer }) => answer.status === 401);
    const locked = guesses.filter(({ answer }) => answer.status === 429);
    expect([judged.length, locked.length]).toEqual([5, 45]);
    for (const { answer } of locked) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    }
  });

  it("of one password for many accounts is judged five times from one address", async () => {
    const from = newAddress();
    const statuses: number[] = [];
    for (let number = 0; number < 8; number += 1) {
      const body = { personalNumber: `P333333${number}`, password: WRONG };
      statuses.push((await test.api("post", "/auth/person/sign-in", { body, from })).status);
    }
    attempts += statuses.length;
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
  });

  it("isn't made easier by an address that somebody writes themselves", async () => {
    // Only the proxy's own entry counts, which is the last one.
    const from = newAddress();
    const statuses: number[] = [];
    for (let number = 0; number < 7; number += 1) {
      const body = { personalNumber: `P222222${number}`, password: WRONG };
      const forged = `${newAddress()}, ${from}`;
      statuses.push(
        (await test.api("post", "/auth/person/sign-in", { body, from: forged })).status,
      );
    }
    attempts += statuses.length;
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe("a stolen refresh token (SGN-5)", () => {
  it("ends the whole family when it comes back", async () => {
    const first = await test.signIn("P0000001", undefined, newAddress());
    const refresh = (cookie: string) => test.api("post", "/auth/refresh", { cookie });
    const second = await refresh(first.cookie);
    const third = await refresh(second.cookie);
    expect([second.status, third.status]).toEqual([200, 200]);
    expect((await refresh(first.cookie)).status).toBe(401);
    expect((await refresh(third.cookie)).status).toBe(401);
    const me = await test.api("get", "/me", { token: third.json.accessToken });
    expect(me.status).toBe(401);
  });

  it("can't be read by scripts, nor sent by another site, nor over plain HTTP", async () => {
    const https = { "x-forwarded-proto": "https" };
    const { setCookie } = await test.api("post", "/auth/person/sign-in", {
      body: { personalNumber: "P0000001", password: "Demo-2026!" },
      from: newAddress(),
      headers: https,
    });
    expect(setCookie).toMatch(/^__Host-hall-refresh=/);
    for (const flag of ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"]) {
      expect(setCookie.split("; ")).toContain(flag);
    }
    expect(setCookie).not.toMatch(/Domain/);
    const cookie = setCookie.split(";", 1).join("");
    // The name is bound to HTTPS as well: what comes over plain HTTP could be anybody's.
    expect((await test.api("post", "/auth/refresh", { cookie })).status).toBe(401);
    const again = await test.api("post", "/auth/refresh", { cookie, headers: https });
    expect(again.status).toBe(200);
  });
});

describe("a planted hole", () => {
  it("is found: a door that hashes nothing for unknown names", async () => {
    const door = routes.find(({ endpoint }) => endpoint.id === "signInPerson");
    const quick: Route["handle"] = async (call) => {
      const { personalNumber } = call.body as { personalNumber: string };
      const known = await call.hall.db.person.findUnique({ where: { personalNumber } });
      return known
        ? door?.handle(call)
        : { refusal: "sign-in-failed", detail: "编号、密码或口令不正确，请核对后再试。" };
    };
    const broken = await openTestHall({}, { mounted: handledBy(routes, "signInPerson", quick) });
    const { ratio } = await timing(broken, "person", "P0000002", "P7777777");
    await broken.close();
    expect(ratio).toBeGreaterThan(1.7);
  });
});
