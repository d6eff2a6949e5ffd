import { randomUUID } from "node:crypto";
import { studentColumns } from "@hall/domain/services/student-enrolment/columns";
import { crowd } from "@hall/domain/services/student-enrolment/examples";
import { newSecret } from "../../src/auth/refresh-token.ts";
import { sessionInsert } from "../../src/auth/sessions.ts";
import type { Ground } from "../ground.ts";
import { load } from "../load/load.ts";
import type { Measured, Track } from "../load/plan.ts";
import type { Program } from "../programs.ts";
import type { Submissions } from "../submissions.ts";
import { type Line, ms } from "../table.ts";
import { submitters } from "./submit.ts";

const SCHOOL = "U0000004";
const AT = "/services/student-enrolment";
const ROWS = 20_000;
const LOOK_EVERY_MS = 50;
const MOST_WATCHED_SECONDS = 60;
/** The watchers' first second is for warming up. */
const UNTIL_WATCHED_MS = 1_500;
/** How long others are watched with no list about, for comparison. */
const CALM_MS = 4_000;
/** Longest that anybody may wait for their answer while somebody else's list is judged. */
const LONGEST_WAIT_MS = 150;

/** A school's longest list: taken in and checked, and what others wait while it is judged and filed. */
export async function listLines(
  ground: Ground,
  submissions: Submissions,
  api: Program,
): Promise<readonly Line[]> {
  const call = caller(api.port, await schoolToken(ground));
  const begun = performance.now();
  const batchId = await upload(call);
  for (let state = "checking"; state === "checking"; ) {
    await pause(LOOK_EVERY_MS);
    ({ state } = (await call("GET", `${AT}/batches/${batchId}`)) as { state: string });
  }
  const checked = (performance.now() - begun) / 1_000;
  const input = { batchId };
  const judge = async () => (await call("POST", `${AT}/check`, { input })) as Checked;
  const { quoteHash } = await judge(); // the thread has its code then, and others their plans
  const body = { input, quoteHash, evidence: [] };
  const file = async () => (await call("POST", `${AT}/applications`, body)) as Filed;
  const calm = await watched(api, await watchers(ground, submissions), () => pause(CALM_MS));
  const judging = await watched(api, await watchers(ground, submissions), judge);
  const filing = await watched(api, await watchers(ground, submissions), file);
  await ground.query("DELETE FROM student_enrolment WHERE application_number = $1", [
    filing.answer.number,
  ]);
  return [
    {
      what: `list of ${ROWS.toLocaleString("en")} rows checked`,
      measured: `${checked.toFixed(1)} s`,
      ratio: checked,
      target: { atMost: 5 },
    },
    waitLine("others while it is judged whole", judging, calm),
    waitLine("others while it is filed", filing, calm),
  ];
}

interface Checked {
  readonly quoteHash: string;
}
interface Filed {
  readonly number: string;
}
interface Watched<T> {
  readonly answer: T;
  readonly tookMs: number;
  readonly others: Measured;
}

/** Citizens who see how they stand, and who submit: one after the other each. */
async function watchers(ground: Ground, submissions: Submissions) {
  const standing = ground.persons.map(
    ({ token }): Track => [{ method: "GET", path: "/services/flex-plan-change/standing", token }],
  );
  const [submitting = []] = await submitters(ground, submissions, 1);
  return [standing, submitting];
}

/** What others wait while something goes on once. */
async function watched<T>(
  { port }: Program,
  connections: readonly (readonly Track[])[],
  act: () => Promise<T>,
): Promise<Watched<T>> {
  const during = once(async () => {
    await pause(UNTIL_WATCHED_MS);
    const begun = performance.now();
    const answer = await act();
    return { answer, tookMs: performance.now() - begun };
  });
  const plan = { port, seconds: MOST_WATCHED_SECONDS, warmSeconds: 1, connections };
  const others = await load(plan, { during });
  return { ...(await during()), others };
}

/** Does it the first time, and answers the same ever after. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | null = null;
  return () => {
    done ??= act();
    return done;
  };
}

/** The longest wait counts: one stall of seconds is one request in thousands. */
function waitLine(
  what: string,
  { others, tookMs }: Watched<unknown>,
  calm: Watched<unknown>,
): Line {
  const bad = Object.entries(others.statuses).filter(([status]) => !/^20[01]$/.test(status));
  return {
    what,
    measured: `longest ${ms(others.longest)}`,
    p50: others.p50,
    p99: others.p99,
    limit: `${LONGEST_WAIT_MS} ms; calm ${ms(calm.others.longest)}`,
    ratio: others.longest / LONGEST_WAIT_MS,
    target: { atMost: 1 },
    note: [
      `${others.good} standings and submissions; the list took ${ms(tookMs)}`,
      ...bad.map(([status, times]) => `${status} came ${times} times`),
    ].join(", "),
  };
}

const pause = (milliseconds: number) => new Promise((resume) => setTimeout(resume, milliseconds));

async function schoolToken({ hall, query }: Ground): Promise<string> {
  const { rows } = await query(
    "SELECT a.id, a.unit_id FROM agent a JOIN unit u ON u.id = a.unit_id WHERE u.code = $1 AND a.is_first",
    [SCHOOL],
  );
  const { id, unit_id: unitId } = rows[0];
  const owner = { id: randomUUID(), ownerId: id, ownerKind: "agent", method: "password" } as const;
  const session = { ...owner, unitId, secret: newSecret(), address: "", device: "bench" };
  await hall.db.$queryRaw(sessionInsert(session, hall.clock.system()));
  return hall.gate.issueToken({
    ...{ kind: "agent", id, unitId, method: "password", sessionId: owner.id },
    mustChangePassword: false,
  });
}

async function upload(call: Caller): Promise<string> {
  const heads = studentColumns.map(({ label }) => label).join(",");
  const lines = crowd(ROWS).rows.map(({ cells }) =>
    studentColumns.map(({ key }) => cells[key] ?? "").join(","),
  );
  const form = new FormData();
  form.set("year", "2026");
  form.set("file", new Blob([[heads, ...lines].join("\n")]), "名单.csv");
  return ((await call("POST", `${AT}/batches`, form)) as { id: string }).id;
}

type Caller = ReturnType<typeof caller>;

const caller =
  (port: number, token: string) =>
  async (method: string, path: string, body?: object): Promise<unknown> => {
    const isForm = body instanceof FormData;
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "idempotency-key": randomUUID(),
        ...(isForm ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
