// Two instances of the API and two workers on one database, behind nginx. See docs/operations.md.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../free-port.mjs";
import { program } from "../hall.mjs";
import { createShutdown } from "../shutdown.mjs";
import { supervise } from "../supervise.mjs";
import { isWithdrawal, runClient, runReviewer } from "./clients.mjs";
import { isReady, openCrashHall, until, withClient } from "./crash-hall.mjs";
import { openFront } from "./front.mjs";
import { copyPeople } from "./people.mjs";
import { newLogbook, PASSWORD, personSession } from "./session.mjs";
import * as verdict from "./verdict.mjs";

const CLIENTS = 4;
const LOOKUPS_A_MINUTE = 30;

const shutdown = createShutdown();
const logbook = newLogbook();
let hall;
let first;
let second;
let front;
let people;

before(async () => {
  const port = await freePort(0);
  front = `http://127.0.0.1:${port}`;
  hall = await openCrashHall({ HALL_PUBLIC_URL: front });
  shutdown.add(hall.stop);
  first = { url: `http://127.0.0.1:${hall.env.HALL_PORT}`, pids: hall.pids };
  second = await startAnother();
  const instances = [first, second].map(({ url }) => new URL(url).port);
  const opened = await openFront({ folder: hall.folder, port, instances });
  shutdown.add(opened.close);
  console.log(
    opened.kind === "nginx"
      ? "nginx stands in front."
      : "nginx is not installed: a stand-in takes its place, and ops/nginx was not tried.",
  );
  people = await withClient(hall.databaseUrl, async (client) => ({
    flexible: await copyPeople(client, { original: "P0000001", prefix: "P91", count: CLIENTS + 2 }),
    sealed: await copyPeople(client, { original: "P0000012", prefix: "P92", count: CLIENTS * 12 }),
  }));
});
after(shutdown.stop);

async function startAnother() {
  const env = {
    ...hall.env,
    HALL_PORT: String(await freePort(0)),
    HALL_METRICS_PORT: "0",
    HALL_WORKER_METRICS_PORT: "0",
  };
  const start = (name, file) => {
    const supervised = supervise(name, program(file), { env, output: "ignore", persistent: true });
    shutdown.add(supervised.stop);
    return supervised.pid;
  };
  const pids = {
    worker: start("The second worker", "worker"),
    api: start("The second API", "main"),
  };
  const url = `http://127.0.0.1:${env.HALL_PORT}`;
  await until(() => isReady({ url }), "the second API");
  return { url, pids };
}

const query = (use) => withClient(hall.databaseUrl, use);
const post = (address, { headers = {}, body = {} } = {}) =>
  fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

test("who signs in at one instance is known to the other, and refreshes there", async () => {
  const body = { personalNumber: people.flexible.at(-1), password: PASSWORD };
  const signedIn = await post(`${first.url}/api/v1/auth/person/sign-in`, { body });
  assert.equal(signedIn.status, 200);
  const { accessToken } = await signedIn.json();
  const me = await fetch(`${second.url}/api/v1/me`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  assert.equal(me.status, 200);
  const cookie = signedIn.headers.get("set-cookie").split(";", 1)[0];
  const refreshed = await post(`${second.url}/api/v1/auth/refresh`, { headers: { cookie } });
  assert.equal(refreshed.status, 200);
  const again = await fetch(`${first.url}/api/v1/me`, {
    headers: { authorization: `Bearer ${(await refreshed.json()).accessToken}` },
  });
  assert.equal(again.status, 200);
});

test("one key sent to both forty times at once makes one application", async () => {
  const person = people.flexible.at(-2);
  const session = (url) => personSession(url, newLogbook(), person);
  const sessions = [session(first.url), session(second.url)];
  const service = "/services/participation-certificate";
  const input = { paper: "certificate", range: null, insurances: [] };
  const { json } = await sessions[0].ask(`${service}/check`, { input });
  await sessions[1].ask(`${service}/check`, { input });
  const key = randomUUID();
  const body = { input, quoteHash: json.quoteHash };
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      sessions[index % 2].ask(`${service}/applications`, body, { keyOf: () => key }),
    ),
  );
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
  assert.equal(new Set(answers.map((answer) => answer.json.number)).size, 1);
  const made = await query((db) =>
    db.query(
      `SELECT count(*)::int AS count FROM application a JOIN person p ON p.id = a.subject_id
        WHERE p.personal_number = $1`,
      [person],
    ),
  );
  assert.equal(made.rows[0].count, 1);
});

test("what is limited is limited by both together", async () => {
  const lookUp = ({ url }) =>
    fetch(`${url}/api/v1/verification/${"A".repeat(26)}`, {
      headers: { "x-forwarded-for": "203.0.113.77" },
    });
  const statuses = [];
  for (let index = 0; index < LOOKUPS_A_MINUTE; index += 1) {
    statuses.push((await lookUp([first, second][index % 2])).status);
  }
  assert.ok(!statuses.includes(429), statuses.join());
  for (const instance of [first, second]) {
    const answer = await lookUp(instance);
    assert.equal(answer.status, 429);
    assert.ok(Number(answer.headers.get("retry-after")) > 0);
  }
});

test("each program in turn is told to stop under load, and nobody notices", async (t) => {
  let goesOn = true;
  let isLoadOver = false;
  const load = Array.from({ length: CLIENTS }, (_, client) =>
    runClient({
      url: front,
      flexible: [people.flexible[client]],
      sealed: people.sealed.filter((_each, index) => index % CLIENTS === client),
      logbook,
      goesOn: () => goesOn,
    }),
  );
  const reviewer = runReviewer({
    url: front,
    logbook,
    goesOn: () => !isLoadOver,
    demoPeopleFile: hall.env.HALL_DEMO_PEOPLE_FILE,
  });
  const reader = readOnAndOn(() => goesOn);
  await until(() => logbook.acknowledged.length > CLIENTS, "the load to begin");
  try {
    for (const each of [first, second]) await restartInTurn(each);
  } finally {
    goesOn = false;
  }
  await Promise.all(load);
  isLoadOver = true;
  await reviewer;
  const reads = await reader;
  t.diagnostic(
    `${logbook.acknowledged.length} acknowledged, ${reads.answered} reads answered, ${reads.failed.length} failed`,
  );
  assert.deepEqual(reads.failed, []);
  assert.deepEqual(logbook.refused, []);
  assert.equal(logbook.failedTries, 0);
});

async function restartInTurn({ url, pids }) {
  for (const name of ["api", "worker"]) {
    const pid = pids[name]();
    process.kill(pid, "SIGTERM");
    await until(() => ![undefined, pid].includes(pids[name]()), `a new ${name}`);
    await until(() => isReady({ url }), "it to be ready");
    const before = logbook.acknowledged.length;
    await until(() => logbook.acknowledged.length > before, "the load to go on");
  }
}

/** A page that is looked at again and again, without a second try. */
async function readOnAndOn(goesOn) {
  const reads = { answered: 0, failed: [] };
  while (goesOn()) {
    try {
      const { status } = await fetch(`${front}/api/v1/services`);
      if (status === 200) reads.answered += 1;
      else reads.failed.push(status);
    } catch (error) {
      reads.failed.push(String(error.cause ?? error));
    }
    await sleep(20);
  }
  return reads;
}

test("one instance is killed outright, and the hall goes on", async () => {
  const killed = second.pids.api();
  process.kill(killed, "SIGKILL");
  const session = personSession(front, newLogbook(), people.flexible[0]);
  const input = { paper: "certificate", range: null, insurances: [] };
  const { status } = await session.ask("/services/participation-certificate/check", { input });
  assert.equal(status, 200);
});

test("two workers have done each thing once", async () => {
  await until(async () => {
    const { message, paper } = await query(verdict.waiting);
    return message + paper === 0;
  }, "the outbox to be empty");
  const { acknowledged, approved } = logbook;
  assert.equal(approved.length, acknowledged.filter(isWithdrawal).length);
  assert.deepEqual(await query((db) => verdict.lostSubmissions(db, acknowledged)), []);
  assert.deepEqual(await query((db) => verdict.oddPostings(db, approved)), []);
  assert.deepEqual(await query((db) => verdict.oddPapers(db, acknowledged)), []);
  assert.deepEqual(await query((db) => verdict.oddMessages(db, hall.receiver.taken)), []);
  assert.deepEqual(await query(verdict.ledgerFaults), []);
  const ours = acknowledged.map(({ person }) => person);
  const doubled = await query((db) => verdict.doubledSubmissions(db, acknowledged, ours));
  assert.deepEqual(doubled, []);
});
