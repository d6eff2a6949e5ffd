import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { runMigrations } from "graphile-worker";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asDate } from "../src/store/database.ts";
import { crontab } from "../src/worker/tasks.ts";
import { openTestHall, type TestHall } from "./harness.ts";

/** The morning after the posting of the year's interest. */
const MORNING = "2026-07-01T09:00:00";
const WORKER = fileURLToPath(new URL("../src/worker.ts", import.meta.url));
const LOADER = createRequire(import.meta.url).resolve("tsx");
const WITHIN = { timeout: 120_000, interval: 100 };
const jobs = crontab.split("\n").map((line) => line.split(" ")[5] ?? "");

let test: TestHall;
const workers: ChildProcess[] = [];
beforeAll(async () => {
  test = await openTestHall();
  await runMigrations({ connectionString: test.hall.config.DATABASE_URL });
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => ended(worker, "SIGTERM")));
  await test.close();
});

/** The program itself, as it runs in production, on the test's database. */
function startWorker(): ChildProcess {
  const { config } = test.hall;
  const worker = fork(WORKER, [], {
    execArgv: ["--import", LOADER],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      DATABASE_URL: config.DATABASE_URL,
      HALL_SECRETS_DIR: config.HALL_SECRETS_DIR,
      HALL_DATA_DIR: config.HALL_DATA_DIR,
      HALL_LOG_LEVEL: "silent",
      HALL_NOW: MORNING,
    },
  });
  workers.push(worker);
  return worker;
}

async function ended(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const exit = once(worker, "exit");
  worker.kill(signal);
  await exit;
}

/** Every job of the table that graphile-worker lays, and every one that is done. */
async function logJobs(): Promise<void> {
  const { db } = test.hall;
  await db.$executeRaw`CREATE TABLE job_log (act text, task text, of_hour text)`;
  await db.$executeRaw`
    CREATE FUNCTION log_job() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE job record;
    BEGIN
      job := CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END;
      INSERT INTO job_log SELECT TG_OP, identifier, job.payload #>> '{_cron,ts}'
        FROM graphile_worker._private_tasks WHERE id = job.task_id;
      RETURN job;
    END $$`;
  await db.$executeRaw`
    CREATE TRIGGER log_job AFTER INSERT OR DELETE ON graphile_worker._private_jobs
       FOR EACH ROW EXECUTE FUNCTION log_job()`;
}

/** As if the jobs were known for three days, and no worker had been there since yesterday. */
async function missYesterday(): Promise<void> {
  await test.hall.db.$executeRaw`
    INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    SELECT unnest(${jobs}::text[]), now() - interval '3 days', now() - interval '25 hours'`;
}

const logged = (act: "INSERT" | "DELETE") =>
  test.hall.db.$queryRaw<{ task: string; times: number; hours: number }[]>`
    SELECT task, count(*)::int AS times, count(DISTINCT of_hour)::int AS hours
      FROM job_log WHERE act = ${act} AND of_hour IS NOT NULL GROUP BY task ORDER BY task`;

const postings = () => test.hall.db.ledgerPosting.count({ where: { memo: "年度结息" } });
const openAccounts = () =>
  test.hall.db.housingAccount.count({ where: { status: { not: "closed" } } });

async function somethingDue() {
  const { db, cipher } = test.hall;
  const school = await db.unit.findUniqueOrThrow({ where: { code: "U0000004" } });
  await db.studentEnrolment.create({
    data: {
      id: "daily:1",
      year: 2026,
      identityHash: cipher.lookup("320599201502289911"),
      identityCipher: cipher.seal("320599201502289911"),
      name: "测新一",
      sex: "male",
      birthDate: asDate("2015-02-28"),
      unitId: school.id,
      classCode: "301",
      guardian: "测家长",
      mobileCipher: cipher.seal("13800000021"),
      premiumFen: 29_000,
      payBy: asDate("2026-03-25"),
      state: "payable",
      enrolledOn: asDate("2026-03-02"),
    },
  });
  const reminder = await test.api("post", "/reminders", {
    as: "P0000102",
    key: "daily-jobs-reminder",
    body: { service: "sealed-account-withdrawal", rule: "SAW-1", day: "2026-04-17" },
  });
  const list = await test.api("post", "/services/student-enrolment/batches/typed", {
    as: "U0000004",
    body: { options: { year: 2026 }, rows: [{ name: "测" }] },
  });
  const createdAt = new Date("2026-03-01T00:00:00Z");
  await db.listBatch.update({ where: { id: list.json.id }, data: { createdAt } });
  return { reminder: reminder.json.id as string, list: list.json.id as string };
}

it("what is due by day is done once by two workers, late, and though one was killed at it", async () => {
  const { db } = test.hall;
  const due = await somethingDue();
  await logJobs();
  await missYesterday();
  const accounts = await openAccounts();

  const first = startWorker();
  await expect.poll(postings, { ...WITHIN, interval: 2 }).toBeGreaterThan(0);
  await ended(first, "SIGKILL");
  const half = await postings();
  startWorker();
  startWorker();
  const done = async () => (await logged("DELETE")).map(({ task }) => task);
  await expect.poll(done, WITHIN).toEqual([...jobs].sort());

  // Laid once for each hour: no worker lays again what another has laid, or the killed one had.
  const laid = await logged("INSERT");
  expect(laid.map(({ task }) => task)).toEqual([...jobs].sort());
  expect(laid.filter(({ times, hours }) => times !== hours)).toEqual([]);

  process.stdout.write(
    `${half} of ${accounts} accounts were credited when the worker was killed\n`,
  );
  expect(
    await db.housingAccount.count({
      where: { interestUpTo: { lt: asDate("2026-06-30") }, status: { not: "closed" } },
    }),
  ).toBe(0);
  const twice = await db.$queryRaw`
    SELECT id FROM ledger_posting WHERE memo = '年度结息' GROUP BY id HAVING count(*) > 1`;
  expect(twice).toEqual([]);
  expect(await postings()).toBe(accounts);
  const told = { id: { startsWith: `reminder:${due.reminder}` } };
  const ways = await db.message.findMany({ where: told });
  expect(ways.map(({ channel }) => channel).sort()).toEqual(["inbox", "sms"]);
  expect(await db.studentEnrolment.findUnique({ where: { id: "daily:1" } })).toMatchObject({
    state: "lapsed",
  });
  const lapsed = {
    title: "学生未按期缴费",
    subjectId: (await db.studentEnrolment.findUniqueOrThrow({ where: { id: "daily:1" } })).unitId,
  };
  expect(await db.message.count({ where: { ...lapsed, channel: "inbox" } })).toBe(1);
  expect(await db.listBatch.findUnique({ where: { id: due.list } })).toBeNull();
}, 240_000);
