import pg from "pg";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type AuditAction, writeAudit } from "../src/audit/audit.ts";
import { chainAudit } from "../src/audit/chain.ts";
import { type AuditHead, verifyAudit } from "../src/audit/verify.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let other: pg.Client;
beforeAll(async () => {
  test = await openTestHall();
  other = new pg.Client(test.hall.config.DATABASE_URL);
  await other.connect();
});
afterAll(async () => {
  await other.end();
  await test.close();
});
afterEach(() => other.query("ROLLBACK"));

const log = (action: AuditAction = "query.make") =>
  writeAudit(test.hall, { actor: "system", action, detail: { rows: 1, kind: "甲" } });

async function headOf(): Promise<AuditHead> {
  const verdict = await verifyAudit(test.hall);
  if (verdict.outcome === "broken") throw new Error(`broken: ${verdict.reason}`);
  expect(verdict.unlinked).toBe(0);
  return verdict.head;
}

/** An event on a connection of its own, whose transaction stays open. */
const logElsewhere = () =>
  other.query(`INSERT INTO audit_event (at, actor_kind, action, detail)
               VALUES (now(), 'system', 'query.make', '{}')`);

/** As somebody with the rights of a database's owner could. */
async function tamper(table: string, statement: string) {
  await other.query("BEGIN");
  await other.query(`ALTER TABLE ${table} DISABLE TRIGGER append_only`);
  await other.query(statement);
  await other.query(`ALTER TABLE ${table} ENABLE TRIGGER append_only`);
  await other.query("COMMIT");
}

it("links what was committed, once (AUD-1)", async () => {
  await log();
  await log();
  expect(await chainAudit(test.hall)).toBeGreaterThanOrEqual(2);
  expect(await chainAudit(test.hall)).toBe(0);
  await headOf();
});

it("links an event that commits after a later one", async () => {
  await other.query("BEGIN");
  await logElsewhere();
  await log();
  for (let runs = 0; runs < 4; runs += 1) await chainAudit(test.hall);
  await log();
  await chainAudit(test.hall);
  await other.query("COMMIT");
  expect(await chainAudit(test.hall)).toBe(1);
  await headOf();
});

it("waits for a transaction that took a number before it wrote anything", async () => {
  await chainAudit(test.hall);
  await other.query("BEGIN");
  const { rows } = await other.query("SELECT nextval('audit_event_id_seq') AS id");
  await log();
  for (let runs = 0; runs < 4; runs += 1) await chainAudit(test.hall);
  await other.query(
    `INSERT INTO audit_event (id, at, actor_kind, action, detail)
     VALUES (${rows[0].id}, now(), 'system', 'query.make', '{}')`,
  );
  await other.query("COMMIT");
  expect(await chainAudit(test.hall)).toBe(1);
  await headOf();
});

it("doesn't look again at what is settled", async () => {
  await log();
  const newest = await test.hall.db.auditEvent.findFirst({ orderBy: { id: "desc" } });
  const settled = async () => {
    await chainAudit(test.hall);
    const horizon = await test.hall.db.auditHorizon.findUniqueOrThrow({ where: { id: 1 } });
    return horizon.settledId;
  };
  // PostgreSQL's own housekeeping runs transactions here too, and each is waited for.
  await expect.poll(settled, { timeout: 20_000 }).toBe(newest?.id);
});

it("isn't held up by a number that was rolled back", async () => {
  await other.query("BEGIN");
  await logElsewhere();
  await other.query("ROLLBACK");
  await log();
  expect(await chainAudit(test.hall)).toBe(1);
  await headOf();
});

it("is made by one chainer at a time", async () => {
  for (let events = 0; events < 20; events += 1) await log();
  const linked = await Promise.all([1, 2, 3].map(() => chainAudit(test.hall)));
  await chainAudit(test.hall);
  expect(linked.reduce((sum, count) => sum + count, 0)).toBe(20);
  await headOf();
});

it("shows that the end was cut off, against a head noted before", async () => {
  await log("policy.release");
  await chainAudit(test.hall);
  const witness = await headOf();
  expect(await verifyAudit(test.hall, witness)).toMatchObject({ outcome: "whole" });
  const rows = await other.query("SELECT * FROM audit_link ORDER BY position DESC LIMIT 1");
  const [cut] = rows.rows;
  await tamper("audit_link", `DELETE FROM audit_link WHERE position = ${cut.position}`);
  expect(await verifyAudit(test.hall, witness)).toMatchObject({
    outcome: "broken",
    reason: "cut off",
  });
  await other.query("INSERT INTO audit_link VALUES ($1, $2, $3)", [
    cut.position,
    cut.event_id,
    cut.hash,
  ]);
  await headOf();
});

it("refuses changes in the database itself", async () => {
  await expect(other.query("UPDATE audit_event SET action = 'x'")).rejects.toThrow(/append only/);
  await expect(other.query("DELETE FROM audit_event")).rejects.toThrow(/append only/);
  await expect(other.query("DELETE FROM audit_link")).rejects.toThrow(/append only/);
});

it("shows a changed detail, and what was swapped for it", async () => {
  const id = "(SELECT max(event_id) FROM audit_link)";
  const set = (detail: string) =>
    tamper("audit_event", `UPDATE audit_event SET detail = '${detail}' WHERE id = ${id}`);
  const before = await other.query(`SELECT detail::text FROM audit_event WHERE id = ${id}`);
  await set('{"rows":2}');
  expect(await verifyAudit(test.hall)).toMatchObject({
    outcome: "broken",
    reason: "event or link changed",
  });
  await set(before.rows[0].detail);
  await headOf();
});

it("shows a removed event", async () => {
  await tamper(
    "audit_event",
    "DELETE FROM audit_event WHERE id = (SELECT min(event_id) FROM audit_link)",
  );
  expect(await verifyAudit(test.hall)).toMatchObject({
    outcome: "broken",
    reason: "event missing",
  });
});
