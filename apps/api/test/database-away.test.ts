import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../src/store/database.ts";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { type Answer, openTestHall, type TestHall } from "./harness.ts";

/** Shorter than in service, so that the test is quick; long enough for a machine with other work. */
const PATIENCE = { connectMs: 1_500, statementMs: 4_000 };
/** What no request may take longer than, see docs/operations.md; a quiet machine needs 6 s here. */
const LIMIT_MS = 20_000;

let proxy: FaultProxy;
let test: TestHall;
beforeAll(async () => {
  const through = async (url: string) => {
    proxy = await openFaultProxy(url);
    return proxy.url;
  };
  test = await openTestHall({}, { patience: PATIENCE, through });
  await test.tokenOf("P0000001");
});
afterEach(() => proxy.set("pass"));
afterAll(async () => {
  await test.close();
  await proxy.close();
});

const service = "/services/flex-plan-change";
const input = (tierCode: string) => ({ packageCode: "pension-medical", tierCode });

async function submission(tierCode: string) {
  const body = { input: input(tierCode) };
  const { json } = await test.api("POST", `${service}/check`, { as: "P0000001", body });
  const submitted = { ...body, quoteHash: json.quoteHash };
  const key = randomUUID();
  return () =>
    test.api("POST", `${service}/applications`, { as: "P0000001", key, body: submitted });
}

async function timed(ask: () => Promise<Answer>): Promise<Answer & { ms: number }> {
  const began = performance.now();
  return { ...(await ask()), ms: performance.now() - began };
}

/** As a client does that is told to come again; connections that broke are made anew meanwhile. */
async function again(submit: () => Promise<Answer>): Promise<Answer> {
  const deadline = performance.now() + LIMIT_MS;
  for (;;) {
    const answer = await submit();
    if (answer.status !== 503 || performance.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const ready = async () => (await fetch(`${test.url}/health/ready`)).status;
const live = async () => (await fetch(`${test.url}/health/live`)).status;

function expectAway(answers: readonly (Answer & { ms: number })[]): void {
  for (const { status, headers, problem, ms } of answers) {
    expect(status).toBe(503);
    expect(problem.code).toBe("dependency-away");
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    expect(ms).toBeLessThan(LIMIT_MS);
  }
}

describe("while the database is away", { timeout: 90_000 }, () => {
  it.each([
    ["stall", "t3"],
    ["cut", "t5"],
  ] as const)(
    "by a line in mode %s, each request is told to come again",
    async (mode, tierCode) => {
      const submit = await submission(tierCode);
      proxy.set(mode);
      // More than there are connections: some wait for one, some for an answer.
      const answers = await Promise.all(Array.from({ length: 30 }, () => timed(submit)));
      expectAway(answers);
      expect(await ready()).toBe(503);
      expect(await live()).toBe(200);
      proxy.set("pass");
      const after = await submit();
      expect(after.status).toBe(201);
      expect(await ready()).toBe(200);
      const number = after.json.number;
      expect((await submit()).json.number).toBe(number);
    },
  );

  it("and comes back with a write that nobody saw the answer of, it counts once", async () => {
    const before = await test.hall.db.application.count();
    const submit = await submission("t6");
    const asked = timed(submit);
    await new Promise((resolve) => setTimeout(resolve, 4));
    proxy.set("stall");
    const first = await asked;
    expect([201, 503]).toContain(first.status);
    proxy.set("pass");
    const answers = await Promise.all([again(submit), again(submit), again(submit)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ json }) => json.number)).size).toBe(1);
    expect(await test.hall.db.application.count()).toBe(before + 1);
  });
});

describe("while all connections are taken", () => {
  it("who waits is told to come again, and all is well after", async () => {
    const submit = await submission("t4");
    const held = Array.from({ length: 12 }, () =>
      test.hall.db.$queryRaw(sql`SELECT pg_sleep(3)::text`).catch((error: unknown) => error),
    );
    const answers = await Promise.all(Array.from({ length: 10 }, () => timed(submit)));
    expectAway(answers);
    await Promise.all(held);
    expect((await again(submit)).status).toBe(201);
    expect(test.hall.poolCounts().waiting).toBe(0);
  });

  it("a statement that takes too long is ended by PostgreSQL itself", async () => {
    await expect(test.hall.db.$queryRaw(sql`SELECT pg_sleep(30)::text`)).rejects.toThrow(/timeout/);
    const running = await test.hall.db.$queryRaw<unknown[]>(
      sql`SELECT 1 FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep%'
                                           AND pid <> pg_backend_pid()
                                           AND datname = current_database()`,
    );
    expect(running).toEqual([]);
  });
});

describe("while PostgreSQL's disk is full", () => {
  it("a submission is told to come again, nothing of it is there, and all is well after", async () => {
    const { db } = test.hall;
    const submit = await submission("t5");
    const before = await db.application.count();
    await db.$executeRaw(sql`
      CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await db.$executeRaw(sql`
      CREATE TRIGGER disk_is_full BEFORE INSERT ON idempotency_key
      FOR EACH ROW EXECUTE FUNCTION disk_is_full()`);
    expectAway([await timed(submit)]);
    expect(await db.application.count()).toBe(before);
    await db.$executeRaw(sql`DROP TRIGGER disk_is_full ON idempotency_key`);
    expect((await submit()).status).toBe(201);
  });
});
