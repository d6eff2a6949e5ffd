import type { BatchJson } from "@hall/contracts/lists";
import { studentColumns } from "@hall/domain/services/student-enrolment/columns";
import { crowd } from "@hall/domain/services/student-enrolment/examples";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { operations } from "../src/cases/check-and-submit.ts";
import { LONG_ROWS } from "../src/cases/long.ts";
import { applicationService } from "../src/cases/services.ts";
import { encode } from "../src/http/encode.ts";
import { idempotencyOf } from "../src/http/idempotency.ts";
import { caseWalk } from "./case-walk.ts";
import { newSession, openTestHall, type TestHall } from "./harness.ts";

const AT = "/services/student-enrolment";
const SCHOOL = "U0000004";
const ROWS = 3_000;
const service = applicationService("student-enrolment");

/** Two halls of the same seed: one is asked as everybody asks, in the other the code is called here. */
let test: TestHall;
let here: TestHall;
beforeAll(async () => {
  test = await openTestHall();
  here = await openTestHall();
});
afterAll(async () => {
  await test.close();
  await here.close();
});

type Rows = readonly Readonly<Record<string, string>>[];
const good: Rows = crowd(ROWS).rows.map(({ cells }) => cells);
const faulty = good.map((cells, index) =>
  index % 10 === 0 ? { ...cells, classCode: "999", mobile: "1" } : cells,
);

async function uploaded(to: TestHall, rows: Rows): Promise<BatchJson> {
  const lines = rows.map((cells) => studentColumns.map(({ key }) => cells[key] ?? "").join(","));
  const form = new FormData();
  form.set("year", "2026");
  const head = studentColumns.map(({ label }) => label).join(",");
  form.set("file", new Blob([[head, ...lines].join("\n")]), "名单.csv");
  const headers = { authorization: `Bearer ${await to.tokenOf(SCHOOL)}` };
  const url = `${to.url}/api/v1${AT}/batches`;
  const response = await fetch(url, { method: "POST", body: form, headers });
  let batch = (await response.json()) as BatchJson;
  for (; batch.state === "checking"; await new Promise((resume) => setTimeout(resume, 50))) {
    batch = (await to.api("get", `${AT}/batches/${batch.id}`, { as: SCHOOL })).json;
  }
  return batch;
}

/** What the thread does, done in this one. */
async function answeredHere(operation: "check" | "submit", body: unknown, key = "") {
  const { hall } = here;
  const { actor } = await newSession(hall, SCHOOL);
  const identity = { actorId: actor.id, route: `post ${AT}`, key, bodyHash: "" };
  const filing = { hall, actor, body, address: "", idempotency: idempotencyOf(hall, identity) };
  return encode(await operations[operation](service, filing));
}

/** What is drawn by lot or read off the clock differs between any two submissions. */
const comparable = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value) =>
      /^(number|applicationNumber|at|submittedAt|finishedAt)$/.test(key) ? "…" : value,
    ),
  );

const enrolled = (of: TestHall) =>
  of.hall.db.$queryRaw`
    SELECT year, encode(identity_hash, 'hex') AS hash, name, sex, birth_date, class_code, guardian,
           premium_fen::text, pay_by, state, enrolled_on
      FROM student_enrolment ORDER BY application_number NULLS FIRST, identity_hash, id`;

describe("a long list, judged in a thread (IMP-2)", () => {
  it("is refused with the same findings as here, and files nothing", async () => {
    const judgedInThread = vi.spyOn(test.hall.longCalls, "answer");
    const [there, own] = [await uploaded(test, faulty), await uploaded(here, faulty)];
    const body = { input: { batchId: there.id } };
    const checked = await test.api("post", `${AT}/check`, { as: SCHOOL, body });
    expect(checked.status).toBe(200);
    expect(checked.json.ok).toBe(false);
    expect(checked.json.findings.length).toBeGreaterThan(50);
    expect(checked.json).toEqual(await answeredHere("check", { input: { batchId: own.id } }));
    const filed = await test.api("post", `${AT}/applications`, {
      as: SCHOOL,
      key: "long-list-refused",
      body: { ...body, quoteHash: "", evidence: [] },
    });
    expect(filed.status).toBe(422);
    const owns = { input: { batchId: own.id }, quoteHash: "", evidence: [] };
    expect(await answeredHere("submit", owns, "long-list-refused")).toMatchObject({
      refusal: "rule-refuses",
      findings: filed.problem.findings,
    });
    expect(judgedInThread).toHaveBeenCalledTimes(2);
  }, 120_000);

  it("is filed once with the same answer and the same students as here (APP-4)", async () => {
    const [there, own] = [await uploaded(test, good), await uploaded(here, good)];
    expect(there).toMatchObject({ state: "checked", faultRows: 0 });
    const input = { batchId: there.id };
    const checked = await test.api("post", `${AT}/check`, { as: SCHOOL, body: { input } });
    const { quoteHash } = checked.json;
    const sent = { as: SCHOOL, key: "long-list-filed", body: { input, quoteHash, evidence: [] } };
    const both = await Promise.all([
      test.api("post", `${AT}/applications`, sent),
      test.api("post", `${AT}/applications`, sent),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.json).toEqual(both[1]?.json);
    const owns = { input: { batchId: own.id }, quoteHash, evidence: [] };
    const answer = await answeredHere("submit", owns, "long-list-filed");
    expect(comparable({ reply: "created", body: both[0]?.json })).toEqual(
      comparable({ ...(answer as object), location: undefined }),
    );
    const where = { applicationNumber: both[0]?.json.number };
    expect(await test.hall.db.studentEnrolment.count({ where })).toBe(ROWS);
    expect(await enrolled(test)).toEqual(await enrolled(here));
  }, 120_000);

  it("is judged again for its reviewer there, and shown like a short one (REV-2)", async () => {
    const judgedInThread = vi.spyOn(test.hall.longCalls, "answer").mockClear();
    const { number } = await test.hall.db.application.findFirstOrThrow({
      where: { service: "student-enrolment" },
      orderBy: { submittedAt: "desc" },
    });
    const at = `/backoffice/cases/${number}`;
    const seen = await test.api("get", at, { as: "reviewer1" });
    expect([seen.status, seen.json.number]).toEqual([200, number]);
    const short = `/backoffice/cases/${await caseWalk(test).submit("P0000012")}`;
    expect((await test.api("get", short, { as: "reviewer1" })).status).toBe(200);
    expect((await test.api("get", at, { as: SCHOOL })).status).toBe(403);
    expect(judgedInThread.mock.calls.map(([endpoint]) => endpoint)).toEqual(["backoffice.getCase"]);
    const looks = await test.hall.db.auditEvent.count({
      where: { action: "case.look", reference: number },
    });
    expect(looks).toBe(1);
  }, 120_000);

  it("goes on in another thread when the first has been closed", async () => {
    const batch = await uploaded(test, faulty.slice(0, LONG_ROWS + 1));
    await test.hall.longCalls.close();
    const body = { input: { batchId: batch.id } };
    const checked = await test.api("post", `${AT}/check`, { as: SCHOOL, body });
    expect([checked.status, checked.json.ok]).toEqual([200, false]);
  }, 120_000);
});
