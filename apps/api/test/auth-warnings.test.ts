import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newAddress, openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const CHROME = (version: number) =>
  `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
const PHONE =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Version/18.1 Mobile/15E148 Safari/604.1";

const doors = {
  P: (name: string, password: string) => ["person", { personalNumber: name, password }] as const,
  U: (name: string, password: string) => ["unit", { unitCode: name, password }] as const,
};

async function signIn(name: string, device: string, password = "Demo-2026!"): Promise<number> {
  const [door, body] = doors[name.startsWith("U") ? "U" : "P"](name, password);
  const headers = { "user-agent": device };
  const answer = await test.api("post", `/auth/${door}/sign-in`, {
    body,
    headers,
    from: newAddress(),
  });
  return answer.status;
}

/** Ways on which somebody was told about their account, such as `device:sms`. */
async function told(name: string): Promise<readonly string[]> {
  const { db } = test.hall;
  const found = name.startsWith("U")
    ? await db.unit.findUniqueOrThrow({ where: { code: name } })
    : await db.person.findUniqueOrThrow({ where: { personalNumber: name } });
  const messages = await db.message.findMany({
    where: {
      subjectId: found.id,
      OR: [{ id: { startsWith: "device:" } }, { id: { startsWith: "locked:" } }],
    },
    orderBy: { id: "asc" },
  });
  return messages.map(({ id, channel }) => `${id.split(":")[0]}:${channel}`).sort();
}

describe.each(["P0000012", "U0000004"])(
  "%s is told of what looks odd about the account",
  (name) => {
    it("a sign-in from a browser that was never there, and not from the one in use or its update", async () => {
      expect(await signIn(name, CHROME(140))).toBe(200);
      expect(await signIn(name, CHROME(151))).toBe(200);
      expect(await told(name)).toEqual([]);
      expect(await signIn(name, PHONE)).toBe(200);
      expect(await told(name)).toEqual(["device:inbox", "device:sms"]);
      expect(await signIn(name, PHONE)).toBe(200);
      expect(await told(name)).toHaveLength(2);
    });

    it("a lock, once a day however often it is brought about", async () => {
      for (let round = 0; round < 2; round += 1) {
        for (let tries = 0; tries < 5; tries += 1) await signIn(name, PHONE, "wrong");
        await test.hall.db
          .$executeRaw`UPDATE attempt_limit SET until = now() - interval '1 second'`;
      }
      expect(await told(name)).toEqual([
        "device:inbox",
        "device:sms",
        "locked:inbox",
        "locked:sms",
      ]);
    });
  },
);

it("what goes out says when, and goes on its way to the mobile", async () => {
  const queued = await test.hall.db.message.findMany({
    where: { id: { startsWith: "device:" }, channel: "sms" },
  });
  for (const { body, id } of queued) {
    expect(body).toMatch(/^\d{4}年\d+月\d+日 \d\d:\d\d，您的网上办事大厅账户/);
    const jobs = await test.hall.db.$queryRaw<{ key: string }[]>`
      SELECT key FROM graphile_worker.jobs WHERE key = ${`message:${id}`}`;
    expect(jobs).toHaveLength(1);
  }
  expect(queued).toHaveLength(2);
});
