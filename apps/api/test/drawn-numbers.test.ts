import type * as Crypto from "node:crypto";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { commit, write } from "../src/store/commit.ts";
import { raw, sql } from "../src/store/database.ts";
import { openTestHall, type TestHall } from "./harness.ts";

/** What the lot gives next; nothing: as it falls. */
const drawn: number[] = [];
vi.mock("node:crypto", async (original) => {
  const crypto = await original<typeof Crypto>();
  const randomInt = (...given: [number]) => drawn.shift() ?? crypto.randomInt(...given);
  return { ...crypto, randomInt };
});

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const AT = "/services/flex-plan-change";

async function submitted(tierCode: string) {
  const input = { packageCode: "pension-medical", tierCode };
  const as = "P0000001";
  const { json } = await test.api("POST", `${AT}/check`, { as, body: { input } });
  const body = { input, quoteHash: json.quoteHash };
  const key = `drawn-number-${tierCode}`;
  return test.api("POST", `${AT}/applications`, { as, body, key });
}

it("draws another number for a case whose first is taken, with its papers and messages (APP-2)", async () => {
  drawn.push(12_345_678);
  const first = await submitted("t3");
  drawn.push(12_345_678, 12_345_678, 23_456_789);
  const second = await submitted("t4");
  expect([first.status, second.status]).toEqual([201, 201]);
  expect(drawn).toEqual([]);
  expect(first.json.number).toContain("12345678");
  expect(second.json.number).toContain("23456789");
  expect(second.json.documents[0].number).toContain(second.json.number);
  expect(second.json.steps).toHaveLength(2);
});

it.each(["case_step", "document", "message"])(
  "takes a %s that is there already for moved",
  async (table) => {
    const count = sql`SELECT count(*)::int AS rows FROM ${raw(table)}`;
    const before = await test.hall.db.$queryRaw(count);
    const again = sql`INSERT INTO ${raw(table)} SELECT * FROM ${raw(table)} LIMIT 1 RETURNING 1`;
    expect(await commit(test.hall.db, [], [write("again", again)])).toBe("moved");
    expect(await test.hall.db.$queryRaw(count)).toEqual(before);
  },
);
