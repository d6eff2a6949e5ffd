// Kills the hall's programs under load and looks at what is left. See docs/operations.md.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CARE_PAPERS,
  isCare,
  isWithdrawal,
  replayAll,
  runClient,
  runReviewer,
} from "./clients.mjs";
import {
  HURRY,
  isReady,
  killAndAwait,
  killBackend,
  openCrashHall,
  until,
  withClient,
} from "./crash-hall.mjs";
import { copyPeople } from "./people.mjs";
import { newLogbook } from "./session.mjs";
import * as verdict from "./verdict.mjs";

const KILLS = Number(process.env.HALL_CRASH_KILLS ?? 40);
const CLIENTS = 6;
/** Accounts to be emptied: enough for all rounds, some clients being quicker than others. */
const WITHDRAWALS_PER_CLIENT = Math.max(20, KILLS);
const VICTIMS = ["api", "postgres", "worker", "backend"];
/** Between two kills, besides what it takes to come back: enough that the load goes on. */
const PAUSE_MS = [150, 900];
const DONE_WITHIN_MS = 240_000;
const REPLAYED = 60;

let hall;
let people;
const logbook = newLogbook();
const recoveries = new Map(VICTIMS.map((victim) => [victim, []]));

before(async () => {
  hall = await openCrashHall();
  people = await withClient(hall.databaseUrl, (client) => makePeople(client));
});
after(() => hall?.stop());

async function makePeople(client) {
  const flexible = await copyPeople(client, {
    original: "P0000001",
    prefix: "P91",
    count: CLIENTS * 2,
  });
  const sealed = await copyPeople(client, {
    original: "P0000012",
    prefix: "P92",
    count: CLIENTS * WITHDRAWALS_PER_CLIENT,
  });
  const retired = await copyPeople(client, {
    original: "P0000005",
    prefix: "P93",
    count: CLIENTS * WITHDRAWALS_PER_CLIENT,
  });
  const shareOf = (all, client) => all.filter((_each, index) => index % CLIENTS === client);
  return Array.from({ length: CLIENTS }, (_, client) => ({
    flexible: shareOf(flexible, client),
    sealed: shareOf(sealed, client),
    retired: shareOf(retired, client),
  }));
}

const everybody = () =>
  people.flatMap(({ flexible, sealed, retired }) => [...flexible, ...sealed, ...retired]);
const query = (use) => withClient(hall.databaseUrl, use);
const none = (found, what) => assert.deepEqual(found.slice(0, 5), [], `${found.length} ${what}`);

test(`${KILLS} kills by turns under load: every client gets its acknowledgement`, async (t) => {
  let goesOn = true;
  let isLoadOver = false;
  const load = people.map((own) =>
    runClient({ url: hall.url, ...own, logbook, goesOn: () => goesOn }),
  );
  const reviewer = runReviewer({
    url: hall.url,
    logbook,
    goesOn: () => !isLoadOver,
    demoPeopleFile: hall.env.HALL_DEMO_PEOPLE_FILE,
  });
  await until(() => logbook.acknowledged.length > CLIENTS, "the load to begin");
  for (let kill = 0; kill < KILLS; kill += 1) {
    const victim = VICTIMS[kill % VICTIMS.length];
    const ms = victim === "backend" ? await killBackend(hall) : await killAndAwait(hall, victim);
    recoveries.get(victim).push(Math.round(ms));
    const before = logbook.acknowledged.length;
    await sleep(PAUSE_MS[0] + Math.random() * (PAUSE_MS[1] - PAUSE_MS[0]));
    await until(() => logbook.acknowledged.length > before, "the load to go on");
  }
  goesOn = false;
  await Promise.all(load);
  isLoadOver = true;
  await reviewer;
  t.diagnostic(figures());
  none(logbook.refused, "submissions were refused that may not be");
  assert.ok(logbook.failedTries >= KILLS / 4, "kills reached clients");
});

test("no answer took longer than the limit, and who was sent away was told when to come again", () => {
  assert.equal(logbook.hanging, 0);
  assert.equal(logbook.withoutRetryAfter, 0);
});

test("no acknowledged submission is lost, and none was made twice", async () => {
  none(await query((db) => verdict.lostSubmissions(db, logbook.acknowledged)), "lost");
  none(
    await query((db) => verdict.doubledSubmissions(db, logbook.acknowledged, everybody())),
    "doubled",
  );
});

test("a key that is sent again gets the answer that it got", async () => {
  const some = logbook.acknowledged.slice(-REPLAYED);
  none(await replayAll({ url: hall.url, submissions: some, logbook }), "answered otherwise");
});

test("money is posted once, the ledger sums to zero and every balance follows from its entries", async () => {
  const withdrawals = logbook.acknowledged.filter(isWithdrawal);
  assert.equal(logbook.approved.length, withdrawals.length);
  assert.ok(withdrawals.length > 0);
  none(await query((db) => verdict.oddPostings(db, logbook.approved)), "odd withdrawals");
  none(await query(verdict.ledgerFaults), "faults in the ledger");
});

/** Registrations of remote care bring no paper; all else does. */
const issued = () => logbook.acknowledged.filter((each) => !isCare(each));

test("every paper is made, every message went out once", async (t) => {
  await until(
    async () => {
      // A message that failed waits for its next try, each time longer: as an operator would, now.
      await query((db) => db.query(HURRY));
      const { message, paper } = await query(verdict.waiting);
      return message + paper === 0;
    },
    "the outbox to be empty",
    DONE_WITHIN_MS,
  );
  none(await query((db) => verdict.oddPapers(db, issued())), "papers missing or changed");
  none(await query((db) => verdict.untold(db, logbook.acknowledged)), "submissions not told of");
  none(await query((db) => verdict.oddMessages(db, hall.receiver.taken)), "odd messages");
  const { taken, repeated, refused, broken } = hall.receiver;
  t.diagnostic(
    `receiver: ${taken.size} taken, ${repeated} came again, ${refused} refused, ${broken} broken off`,
  );
});

test("the audit chain is whole up to the last head in the worker's log", async (t) => {
  await until(
    async () => /^0 events wait/m.test((await hall.command("verify-audit")).output),
    "all to be chained",
  );
  const heads = [...hall.log("worker").matchAll(/"position":"(\d+)","hash":"([0-9a-f]{64})"/g)];
  const [, position, hash] = heads.at(-1);
  const { code, output } = await hall.command("verify-audit", [position, hash]);
  t.diagnostic(output.trim().replaceAll("\n", " "));
  assert.equal(code, 0, output);
});

test("the evidence is all there", async (t) => {
  const withEvidence = logbook.acknowledged.filter(isCare);
  assert.ok(withEvidence.length > 0);
  none(
    await query((db) => verdict.lostEvidence(db, withEvidence, CARE_PAPERS.length)),
    "cases without their files",
  );
  const { code, output } = await hall.command("verify-evidence");
  t.diagnostic(output.trim());
  assert.equal(code, 0, output);
});

test("control: a client that retries under a new key doubles, and it is seen", async () => {
  const spoilt = newLogbook();
  const [own] = people;
  let goesOn = true;
  const clients = Array.from({ length: 3 }, () =>
    runClient({
      url: hall.url,
      flexible: own.flexible,
      sealed: [],
      logbook: spoilt,
      goesOn: () => goesOn,
      newKeyAtRetry: true,
    }),
  );
  const all = () => [...logbook.acknowledged, ...spoilt.acknowledged];
  const doubled = () => query((db) => verdict.doubledSubmissions(db, all(), everybody()));
  try {
    // What is under way counts as unknown too: three clients can't have more than three of it.
    await until(async () => (await doubled()).length > clients.length, "doubles", DONE_WITHIN_MS);
  } finally {
    goesOn = false;
    await Promise.all(clients);
  }
  assert.ok((await doubled()).length > 0);
});

test("control: a database that acknowledges before it writes loses, and it is seen", async (t) => {
  await query((db) => db.query("ALTER ROLE hall SET synchronous_commit = off"));
  let lost = [];
  for (let tries = 1; tries <= 5 && lost.length === 0; tries += 1) {
    await killAndAwait(hall, "postgres"); // connections take the setting when they begin
    lost = await loseSome();
    t.diagnostic(`kill ${tries}: ${lost.length} acknowledged submissions lost`);
  }
  assert.ok(lost.length > 0);
});

/** Kills PostgreSQL in the middle of a load, and answers what it had acknowledged and lost. */
async function loseSome() {
  const careless = newLogbook();
  let goesOn = true;
  const clients = people.map(({ flexible }) =>
    runClient({ url: hall.url, flexible, sealed: [], logbook: careless, goesOn: () => goesOn }),
  );
  await until(() => careless.acknowledged.length > 30, "the load to begin");
  const before = careless.acknowledged.length;
  await until(() => careless.acknowledged.length > before, "one more");
  await killAndAwait(hall, "postgres");
  goesOn = false;
  await Promise.all(clients);
  await until(() => isReady(hall), "the hall");
  return query((db) => verdict.lostSubmissions(db, careless.acknowledged));
}

function figures() {
  const { acknowledged, approved, cut, failedTries, answered503 } = logbook;
  const times = [...recoveries].map(([victim, ms]) => `${victim} ${Math.max(...ms)}`).join(", ");
  return `${acknowledged.length} acknowledged and ${approved.length} approved, ${failedTries} tries broken by kills, ${cut} cut off by clients, ${answered503} told to come again; longest way back in ms: ${times}`;
}
