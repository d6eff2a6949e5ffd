// What stands around the hall falters and comes back. See docs/operations.md.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { runClient } from "./clients.mjs";
import { HURRY, isReady, openCrashHall, until, withClient } from "./crash-hall.mjs";
import { copyPeople } from "./people.mjs";
import { LONGEST_ANSWER_MS, newLogbook } from "./session.mjs";
import * as verdict from "./verdict.mjs";

const isLong = process.env.HALL_CRASH_LONG === "1";
/** Longer than a statement may take, so that requests are sent away and don't just wait. */
const PAUSE_MS = isLong ? 30_000 : 12_000;
const CLIENTS = 4;

let hall;
let people;
before(async () => {
  hall = await openCrashHall();
  people = await withClient(hall.databaseUrl, (client) =>
    copyPeople(client, { original: "P0000001", prefix: "P91", count: CLIENTS }),
  );
});
after(() => hall?.stop());

const query = (use) => withClient(hall.databaseUrl, use);

/** Runs the load around a fault and answers what its clients saw, with nothing lost or doubled. */
async function underLoad(fault) {
  const logbook = newLogbook();
  let goesOn = true;
  const load = people.map((person) =>
    runClient({ url: hall.url, flexible: [person], sealed: [], logbook, goesOn: () => goesOn }),
  );
  await until(() => logbook.acknowledged.length > CLIENTS, "the load to begin");
  try {
    await fault(logbook);
    const before = logbook.acknowledged.length;
    await until(() => logbook.acknowledged.length > before + CLIENTS, "the load to go on");
  } finally {
    goesOn = false;
  }
  await Promise.all(load);
  all.push(...logbook.acknowledged);
  assert.deepEqual(logbook.refused, []);
  assert.equal(logbook.hanging, 0, `no answer takes longer than ${LONGEST_ANSWER_MS} ms`);
  assert.equal(logbook.withoutRetryAfter, 0);
  assert.deepEqual(await query((db) => verdict.lostSubmissions(db, all)), []);
  assert.deepEqual(await query((db) => verdict.doubledSubmissions(db, all, people)), []);
  return logbook;
}
const all = [];

test(`PostgreSQL stands still for ${PAUSE_MS / 1_000} s: all are told in time, and it goes on`, async (t) => {
  const { answered503 } = await underLoad(async (logbook) => {
    const stopped = [hall.pids.postgres(), ...(await query(backends))];
    for (const pid of stopped) signal(pid, "SIGSTOP");
    try {
      await sleep(1_000);
      assert.equal(await isReady(hall), false, "not ready while the database is away");
      assert.ok((await fetch(`${hall.url}/health/live`)).ok, "alive all the same");
      await sleep(PAUSE_MS - 1_000);
    } finally {
      for (const pid of stopped) signal(pid, "SIGCONT");
    }
    await until(() => isReady(hall), "the hall to be ready");
    assert.ok(logbook.answered503 > 0, "somebody was sent away");
  });
  t.diagnostic(`${answered503} were told to come again`);
});

async function backends(client) {
  const { rows } = await client.query(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
  );
  return rows.map(({ pid }) => pid);
}

/** A backend may have ended by itself meanwhile. */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

test("the receiver of messages is away: nobody is held up, and all goes out once it is back", async (t) => {
  const { receiver } = hall;
  await underLoad(async (logbook) => {
    receiver.away = true;
    const [taken, before] = [receiver.taken.size, logbook.acknowledged.length];
    await until(
      () => logbook.acknowledged.length > before + CLIENTS * 2,
      "submissions all the same",
    );
    assert.equal(receiver.taken.size, taken);
    receiver.away = false;
  });
  await until(async () => {
    await query((db) => db.query(HURRY));
    return (await query(verdict.waiting)).message === 0;
  }, "all messages to be sent");
  assert.deepEqual(await query((db) => verdict.oddMessages(db, receiver.taken)), []);
  t.diagnostic(`${receiver.taken.size} taken, ${receiver.refused} refused meanwhile`);
});

test("the business clock steps back by two hours under load: nothing is lost or refused", async () => {
  await underLoad(async () => {
    hall.env.HALL_NOW = "2026-03-17T08:00:00";
    const pid = hall.pids.api();
    process.kill(pid, "SIGTERM");
    await until(() => ![undefined, pid].includes(hall.pids.api()), "a new API");
    await until(() => isReady(hall), "it to be ready");
  });
  assert.deepEqual(await query(verdict.ledgerFaults), []);
});
