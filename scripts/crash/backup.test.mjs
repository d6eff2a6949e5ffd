// A backup of a hall under load, and what comes back of it. See docs/operations.md.
import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { openDatabase, startHall } from "../hall.mjs";
import { ROOT } from "../processes.mjs";
import { makeMissingSecrets } from "../secrets.mjs";
import { createShutdown } from "../shutdown.mjs";
import { CARE_PAPERS, isCare, runClient } from "./clients.mjs";
import { openCrashHall, runScript, until, withClient } from "./crash-hall.mjs";
import { copyPeople } from "./people.mjs";
import { newLogbook, personSession } from "./session.mjs";
import * as verdict from "./verdict.mjs";

const SUBMISSIONS = 25;
const shutdown = createShutdown();
const logbook = newLogbook();
let hall;
let backup;
let keys;
let acknowledgedBefore;

before(async () => {
  hall = await openCrashHall();
  shutdown.add(hall.stop);
  backup = path.join(hall.folder, "backup");
  keys = path.join(hall.folder, "keys");
});
after(shutdown.stop);

const script = (name, args, env) => runScript(path.join(ROOT, "scripts", `${name}.mjs`), args, env);
const ofHall = () => ({ ...process.env, HALL_DIR: hall.folder });
const anyPaper = async (databaseUrl) => {
  const { rows } = await withClient(databaseUrl, (db) =>
    db.query(
      `SELECT d.verification_code AS code, p.personal_number AS person
         FROM document d JOIN person p ON p.id = d.subject_id
        WHERE d.sha256 IS NOT NULL AND d.superseded_by IS NULL LIMIT 1`,
    ),
  );
  return rows[0];
};
const elsewhere = (name) => ({ ...process.env, HALL_DIR: path.join(hall.folder, name) });

test("`pnpm backup` takes a running hall, and its keys apart from it", async (t) => {
  const flexible = await withClient(hall.databaseUrl, (client) =>
    copyPeople(client, { original: "P0000001", prefix: "P91", count: 3 }),
  );
  const retired = await withClient(hall.databaseUrl, (client) =>
    copyPeople(client, { original: "P0000005", prefix: "P93", count: flexible.length * 2 }),
  );
  let goesOn = true;
  const load = flexible.map((person, index) =>
    runClient({
      url: hall.url,
      flexible: [person],
      sealed: [],
      retired: retired.slice(index * 2, index * 2 + 2),
      logbook,
      goesOn: () => goesOn,
    }),
  );
  await until(
    () => logbook.acknowledged.length >= SUBMISSIONS && logbook.acknowledged.some(isCare),
    "submissions, one with evidence among them",
  );
  acknowledgedBefore = [...logbook.acknowledged];
  await until(async () => (await anyPaper(hall.databaseUrl)) !== undefined, "a paper");
  const { code, output } = await script("backup", ["--to", backup, "--keys-to", keys], ofHall());
  goesOn = false;
  await Promise.all(load);
  assert.equal(code, 0, output);
  t.diagnostic(output.trim().replaceAll("\n", " "));
  const manifest = readFileSync(path.join(backup, "backup.json"), "utf8");
  for (const secret of Object.values(
    JSON.parse(readFileSync(path.join(keys, "file-keys.json"))).keys,
  )) {
    assert.ok(!manifest.includes(secret));
  }
});

test("`pnpm restore` makes of it a hall that passes the same checks", async (t) => {
  const { code, output } = await script(
    "restore",
    ["--from", backup, "--keys", keys],
    elsewhere("again"),
  );
  t.diagnostic(output.trim().replaceAll("\n", " "));
  assert.equal(code, 0, output);
  // The files came over and could be opened with the keys.
  assert.match(output, /Evidence: [1-9]\d* files of [1-9]\d* cases, 0 damaged/);
});

test("in the restored hall all is there that was acknowledged, and a paper verifies", async () => {
  const folder = elsewhere("again").HALL_DIR;
  const databaseUrl = await openDatabase({ folder }, shutdown);
  const env = {
    HALL_NOW: hall.env.HALL_NOW,
    HALL_DEMO_PEOPLE_FILE: hall.env.HALL_DEMO_PEOPLE_FILE,
  };
  const restored = await startHall({ folder, databaseUrl, port: 0, env }, shutdown);
  await withClient(databaseUrl, async (db) => {
    assert.deepEqual(await verdict.lostSubmissions(db, acknowledgedBefore), []);
    assert.deepEqual(await verdict.ledgerFaults(db), []);
    const withEvidence = acknowledgedBefore.filter(isCare);
    assert.deepEqual(await verdict.lostEvidence(db, withEvidence, CARE_PAPERS.length), []);
  });
  const paper = await anyPaper(databaseUrl);
  const answer = await fetch(`${restored.url}/api/v1/verification/${paper.code}`);
  const verified = await answer.json();
  assert.equal(verified.outcome, "valid", JSON.stringify(verified));
  // Signing in there proves that keys and password came over, a new submission that writes go on.
  const session = personSession(restored.url, newLogbook(), paper.person);
  const input = { paper: "certificate", range: null, insurances: [] };
  const checked = await session.ask("/services/participation-certificate/check", { input });
  const submitted = await session.ask(
    "/services/participation-certificate/applications",
    { input, quoteHash: checked.json.quoteHash },
    { keyOf: () => "after-the-restore" },
  );
  assert.equal(submitted.status, 201, JSON.stringify({ checked, submitted }));
});

test("a database that holds something isn't written over", async () => {
  const { DATABASE_URL, HALL_SECRETS_DIR, HALL_DATA_DIR } = hall.env;
  const full = { ...process.env, DATABASE_URL, HALL_SECRETS_DIR, HALL_DATA_DIR };
  const { code, output } = await script("restore", ["--from", backup], full);
  assert.equal(code, 1);
  assert.match(output, /isn't empty/);
});

test("a backup whose keys are missing, or that was changed, is refused before anything is written", async () => {
  const others = path.join(hall.folder, "other-keys");
  makeMissingSecrets(others);
  const from = ["--from", backup];
  const refused = async (args, name, reason) => {
    const { code, output } = await script("restore", args, elsewhere(name));
    assert.equal(code, 1);
    assert.match(output, reason);
  };
  await refused(from, "keyless", /There are no keys/);
  await refused([...from, "--keys", others], "strange", /lack keys of the backup/);
  const tables = path.join(backup, "tables");
  const file = path.join(tables, "public.application.copy.gz");
  const whole = readFileSync(file);
  writeFileSync(file, Buffer.concat([whole.subarray(0, -1), Buffer.from([whole.at(-1) ^ 1])]));
  await refused([...from, "--keys", keys], "changed", /is missing or was changed/);
  writeFileSync(file, whole);
  rmSync(path.join(backup, "backup.json"));
  await refused([...from, "--keys", keys], "broken", /is no whole backup/);
});
