import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

const asked = {
  kind: "ask",
  missing: [{ item: "户籍地址", words: "请按户口簿填写到门牌号" }],
};
const personOf = (personalNumber: string) =>
  test.hall.db.person.findUniqueOrThrow({ where: { personalNumber } });

describe("the queue (REV-1)", () => {
  it("shows cases with the oldest due first, masked, and how many there are", async () => {
    const number = await walk.submit("P0000012");
    const { status, json } = await walk.get("/backoffice/cases", "reviewer1");
    expect(status).toBe(200);
    const item = json.items.find((each: { number: string }) => each.number === number);
    expect(item).toMatchObject({
      serviceName: "封存住房公积金账户提取",
      maskedApplicant: "测*一",
      state: "submitted",
      dueOn: "2026-03-24",
      mark: "in-time",
      assignee: null,
      isOwn: false,
    });
    expect(json.counts.open).toBe(json.items.length);
    await walk.claim(number);
    const mine = await walk.get("/backoffice/cases?assignee=me", "reviewer1");
    expect(mine.json.items.map((each: { number: string }) => each.number)).toEqual([number]);
    expect(mine.json.counts).toMatchObject({ mine: 1 });
    const none = await walk.get("/backoffice/cases?assignee=none", "reviewer2");
    expect(none.json.items).toEqual([]);
    await walk.release(number);
  });

  it("marks what is overdue or due today, and goes on by key", async () => {
    const number = await walk.submit("P0000103");
    await test.hall.db.application.update({
      where: { number },
      data: { dueOn: new Date("2026-03-16T00:00:00Z") },
    });
    const first = await walk.get("/backoffice/cases?limit=1", "reviewer1");
    expect(first.json.items[0]).toMatchObject({ number, mark: "overdue" });
    expect(first.json.counts.overdue).toBe(1);
    const second = await walk.get(
      `/backoffice/cases?limit=1&cursor=${first.json.nextCursor}`,
      "reviewer1",
    );
    expect(second.json.items).toHaveLength(1);
    expect(second.json.items[0].number).not.toBe(number);
    expect(second.json.nextCursor).toBeNull();
    const overdue = await walk.get("/backoffice/cases?due=overdue", "reviewer1");
    expect(overdue.json.items).toHaveLength(1);
    const broken = await walk.get("/backoffice/cases?cursor=not-one", "reviewer1");
    expect(broken.status).toBe(400);
  });

  it("is for reviewers", async () => {
    expect((await walk.get("/backoffice/cases", "finance1")).status).toBe(403);
    expect((await walk.get("/backoffice/cases", "P0000012")).status).toBe(403);
  });
});

describe("a claim", () => {
  it("is one person's: of two reviewers at once one gets the case", async () => {
    const number = await walk.submit("P0000107");
    const answers = await Promise.all([
      walk.claim(number, "reviewer1"),
      walk.claim(number, "reviewer2"),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const late = answers.find(({ status }) => status === 409);
    expect(late?.problem.detail).toMatch(/^这件已由测审.认领。$/);
    const winner = answers[0]?.status === 200 ? "reviewer1" : "reviewer2";
    const loser = winner === "reviewer1" ? "reviewer2" : "reviewer1";
    expect((await walk.decide(number, { kind: "approve" }, loser)).status).toBe(409);
    expect((await walk.release(number, loser)).status).toBe(403);
    expect((await walk.release(number, winner)).json).toMatchObject({ state: "submitted" });
    const steps = await test.hall.db.caseStep.findMany({ where: { applicationNumber: number } });
    expect(steps.map(({ event }) => event)).toEqual(["submit", "claim", "release"]);
  });

  it("answers a repeated request with the same answer", async () => {
    const number = await walk.submit("P0000109");
    const key = randomUUID();
    const path = `/backoffice/cases/${number}/claim`;
    const first = await walk.post(path, "reviewer1", {}, key);
    const again = await walk.post(path, "reviewer1", {}, key);
    expect(again.json).toEqual(first.json);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    await walk.release(number);
  });

  it("of one's own case is refused, as is looking at it", async () => {
    const number = await walk.submit("P0000018");
    const own = await walk.claim(number, "reviewer1");
    expect(own.status).toBe(403);
    expect(own.problem.detail).toBe("这是您本人的办件，须由其他审核人员办理。");
    expect((await walk.look(number, "reviewer1")).status).toBe(403);
    expect((await walk.claim(number, "reviewer2")).status).toBe(200);
    expect((await walk.decide(number, { kind: "approve" }, "reviewer2")).status).toBe(200);
  });
});

describe("the screen of a case (REV-2)", () => {
  it("shows facts then and now, rules judged today, and what one may do", async () => {
    const { number: filed } = await test.hall.db.application.findFirstOrThrow({
      where: { subjectId: (await personOf("P0000012")).id },
    });
    const { status, json } = await walk.look(filed);
    expect(status).toBe(200);
    expect(json.applicant).toMatchObject({ name: "测离一", number: "P0000012" });
    expect(json.applicant.maskedIdentityNumber).toMatch(/^3412\*+9934$/);
    expect(json.factsThen).toEqual(json.factsNow);
    expect(json.outcomeNow).toBe("open");
    expect(json.findingsNow.length).toBeGreaterThan(5);
    expect(json.movesFen).toBeGreaterThan(3_654_321);
    expect(json.needsSecondApproval).toBe(false);
    expect(json.checklist.length).toBeGreaterThan(0);
    expect(json.refusalReasons.length).toBeGreaterThan(0);
    expect(json.actions).toEqual(["claim"]);
    expect(JSON.stringify(json)).not.toContain("341299197604129934");
  });

  it("logs the look, with whom it was at", async () => {
    const person = await personOf("P0000012");
    const look = await test.hall.db.auditEvent.findFirst({
      where: { action: "case.look", subjectId: person.id },
    });
    expect(look?.actorKind).toBe("staff");
  });
});

describe("asking for more (REV-3)", () => {
  it("stops the clock, tells the person, and happens once", async () => {
    const row = await test.hall.db.application.findFirstOrThrow({
      where: { subjectId: (await personOf("P0000012")).id },
    });
    await walk.claim(row.number);
    expect((await walk.decide(row.number, { kind: "ask" })).status).toBe(400);
    const answer = await walk.decide(row.number, asked);
    expect(answer.json).toMatchObject({ outcome: "asked", state: "more-needed" });
    const paused = await walk.get(`/applications/${row.number}`, "P0000012");
    expect(paused.json).toMatchObject({
      state: "more-needed",
      pausedOn: "2026-03-17",
      missing: asked.missing,
      actions: ["withdraw", "supplement"],
    });
    expect((await walk.look(row.number)).json.supplementUntil).toBe("2026-04-01");
    const { json: inbox } = await walk.get("/messages", "P0000012");
    expect(inbox.items[0].body).toContain("户籍地址");
    expect(inbox.items[0].body).toContain("2026年4月1日");
    // Three working days pass until the answer: the case is due three working days later.
    await test.hall.db.application.update({
      where: { number: row.number },
      data: { pausedOn: new Date("2026-03-12T00:00:00Z") },
    });
    const words = { words: "已按户口簿改正。" };
    const supplemented = await walk.post(
      `/applications/${row.number}/supplement`,
      "P0000012",
      words,
    );
    expect(supplemented.json).toMatchObject({ state: "submitted", dueOn: "2026-03-27" });
    await walk.claim(row.number);
    const screen = await walk.look(row.number);
    expect(screen.json.supplements).toMatchObject([words]);
    expect(screen.json.actions).toEqual(["release", "approve", "refuse"]);
    const again = await walk.decide(row.number, asked);
    expect(again.status).toBe(409);
    expect(again.problem.detail).toContain("只能要求一次");
  });
});

describe("a refusal", () => {
  it("needs a reason from the list, tells it, and frees the account", async () => {
    const row = await test.hall.db.application.findFirstOrThrow({
      where: { subjectId: (await personOf("P0000012")).id },
    });
    expect((await walk.decide(row.number, { kind: "refuse" })).status).toBe(400);
    const made = await walk.decide(row.number, { kind: "refuse", reasons: ["不喜欢"] });
    expect(made.problem.errors?.[0]?.message).toContain("不喜欢");
    const reasons = ["在本市仍有就业记录"];
    const refused = await walk.decide(row.number, { kind: "refuse", reasons, words: "见附记" });
    expect(refused.json).toMatchObject({ outcome: "refused", state: "refused" });
    const seen = await walk.get(`/applications/${row.number}`, "P0000012");
    expect(seen.json.refusal).toEqual({ reasons, words: "见附记" });
    const holds = await test.hall.db.accountHold.findMany({
      where: { applicationNumber: row.number, releasedAt: null },
    });
    expect(holds).toEqual([]);
    expect(await walk.submit("P0000012")).not.toBe(row.number);
  });
});
