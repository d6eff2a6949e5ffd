import { randomBytes } from "node:crypto";
import { runOnce } from "graphile-worker";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { chainAudit } from "../src/audit/chain.ts";
import { grantService } from "../src/store/service-account.ts";
import { runDaily } from "../src/worker/daily.ts";
import { tasks } from "../src/worker/tasks.ts";
import { caseWalk } from "./case-walk.ts";
import { inDatabase } from "./global-setup.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

const role = `hall_service_${randomBytes(4).toString("hex")}`;
const PASSWORD = randomBytes(12).toString("hex");
let serviceUrl: string;
let test: TestHall;
beforeAll(async () => {
  await inDatabase(
    inject("place").adminUrl,
    `CREATE ROLE ${role} LOGIN PASSWORD '${PASSWORD}'; GRANT ${role} TO CURRENT_USER`,
  );
  const through = async (ownerUrl: string) => {
    await grantService(ownerUrl, role);
    await grantService(ownerUrl, role);
    serviceUrl = Object.assign(new URL(ownerUrl), { username: role, password: PASSWORD }).href;
    return serviceUrl;
  };
  test = await openTestHall({}, { through });
});
afterAll(async () => {
  await test.close();
  await inDatabase(inject("place").adminUrl, `DROP ROLE ${role}`);
});

describe("an account that owns nothing (ASVS 13.2.2)", () => {
  it("serves: a case is filed, decided and paid, its papers made and its messages sent", async () => {
    const number = await caseWalk(test).approved("P0000012");
    const pay = paymentWalk(test);
    const batch = await pay.sent([(await pay.orderOf(number)).id]);
    await pay.importText(await pay.sampleResult(batch));
    await runDaily(test.hall);
    const press = { press: async () => new Uint8Array(Buffer.from("%PDF-1.7")) };
    const taskList = tasks(test.hall, { ...press, close: async () => undefined });
    await runOnce({ connectionString: serviceUrl, taskList });
    const { db } = test.hall;
    expect(await db.message.count({ where: { state: "queued" } })).toBe(0);
    expect(await db.document.count({ where: { sha256: null } })).toBe(0);
    expect(await chainAudit(test.hall)).toBeGreaterThan(0);
  });

  it("writes every table, except what stays as it was written", async () => {
    const barred = (privilege: string) => test.hall.db.$queryRaw<{ relname: string }[]>`
      SELECT relname FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
         AND NOT has_table_privilege(oid, ${privilege}) ORDER BY relname`;
    const namesOf = async (privilege: string) =>
      (await barred(privilege)).map(({ relname }) => relname);
    const append = [
      "audit_event",
      "audit_link",
      "bank_slip",
      "case_step",
      "counter_case_step",
      "decision",
      "ledger_entry",
      "ledger_posting",
    ];
    expect(await namesOf("UPDATE")).toEqual(append);
    expect(await namesOf("DELETE")).toEqual(
      [...append, "counter_case", "notice", "staff", "unit_permission"].sort(),
    );
    expect(await namesOf("SELECT, INSERT")).toEqual([]);
  });

  it.each([
    "ALTER TABLE ledger_entry DISABLE TRIGGER append_only",
    "DROP TRIGGER append_only ON audit_event",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
    "UPDATE ledger_entry SET amount_fen = 1",
    "DELETE FROM audit_event",
    "UPDATE audit_link SET hash = hash",
    "DELETE FROM staff",
    "TRUNCATE decision",
    "DROP TABLE ledger_posting CASCADE",
    "CREATE TABLE public.mine (id int)",
  ])("may not: %s", async (statement) => {
    const client = new pg.Client(serviceUrl);
    await client.connect();
    try {
      // 42501: insufficient privilege, which comes before any trigger.
      await expect(client.query(statement)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await client.end();
    }
  });
});
