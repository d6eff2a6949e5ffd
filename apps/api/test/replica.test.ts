import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type FaultProxy, openFaultProxy } from "./fault-proxy.ts";
import { inDatabase, urlOf } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";

/** A copy that stands still, as a replica does that has fallen behind. */
const copy = `hall_replica_${randomBytes(6).toString("hex")}`;
let adminUrl: string;
let proxy: FaultProxy;
let test: TestHall;
beforeAll(async () => {
  const place = inject("place");
  adminUrl = place.adminUrl;
  await inDatabase(adminUrl, `CREATE DATABASE ${copy} TEMPLATE ${place.template}`);
  await inDatabase(
    urlOf(copy, adminUrl),
    `INSERT INTO closure (id, service, kind, notice, from_at, created_by)
     VALUES (gen_random_uuid(), 'flex-plan-change', 'maintenance', '只在副本里', '2020-01-01', gen_random_uuid())`,
  );
  proxy = await openFaultProxy(urlOf(copy, adminUrl));
  test = await openTestHall({ DATABASE_REPLICA_URL: proxy.url });
});
afterAll(async () => {
  await test.close();
  await proxy.close();
  await inDatabase(adminUrl, `DROP DATABASE ${copy} WITH (FORCE)`);
});

const noticeInDirectory = async (): Promise<string | null> => {
  const { json } = await test.api("GET", "/services");
  type Item = { code: string; closed: { notice: string } | null };
  const found = json.items.find(({ code }: Item) => code === "flex-plan-change");
  return JSON.stringify(found).includes("只在副本里") ? "of the replica" : null;
};

describe("with a replica", () => {
  it("the directory is read there", async () => {
    expect(await noticeInDirectory()).toBe("of the replica");
  });

  it("what decides is not: a submission doesn't see what only the replica has", async () => {
    const service = "/services/flex-plan-change";
    const input = { packageCode: "pension-medical", tierCode: "t3" };
    const { json } = await test.api("POST", `${service}/check`, {
      as: "P0000001",
      body: { input },
    });
    const body = { input, quoteHash: json.quoteHash };
    const sent = { as: "P0000001", key: randomUUID(), body };
    const { status, json: made } = await test.api("POST", `${service}/applications`, sent);
    expect(status).toBe(201);
    // And who has just written reads it back at once.
    const read = await test.api("GET", `/applications/${made.number}`, { as: "P0000001" });
    expect(read.status).toBe(200);
    const { json: list } = await test.api("GET", "/applications", { as: "P0000001" });
    expect(list.items[0].number).toBe(made.number);
  });

  it("nothing can be written there", async () => {
    await expect(test.hall.replica?.draft.deleteMany({})).rejects.toThrow(/read-only/);
    const client = new pg.Client(urlOf(copy, adminUrl));
    await client.connect();
    const { rows } = await client.query("SELECT count(*)::int AS count FROM idempotency_key");
    await client.end();
    expect(rows[0].count).toBe(0);
  });

  it("that is away, the database itself is asked", async () => {
    proxy.set("cut");
    expect(await noticeInDirectory()).toBeNull();
    proxy.set("pass");
    expect(await noticeInDirectory()).toBe("of the replica");
  });
});
