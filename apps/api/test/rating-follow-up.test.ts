import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";
import { paymentWalk } from "./payment-walk.ts";

// APP-9: a finished case is rated once, and a poor rating opens a follow-up.

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
let number: string;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
  number = await walk.approved("P0000012");
  const bank = paymentWalk(test);
  await bank.importText(await bank.sampleResult(await bank.sent()));
});
afterAll(() => test.close());

const rate = (body: unknown) => walk.post(`/applications/${number}/rating`, "P0000012", body);
const list = (query = "", as = "reviewer2") => walk.get(`/backoffice/ratings${query}`, as);
const answer = (as: string, text = "已致电了解，材料说明改写得更清楚了。") =>
  walk.post(`/backoffice/ratings/${number}/answer`, as, { answer: text });

describe("a poor rating", () => {
  it("opens a follow-up, which the applicant sees as open", async () => {
    expect((await list()).json.items).toEqual([]);
    const { status, json } = await rate({ stars: 2, words: "等得太久" });
    expect(status).toBe(200);
    expect(json.rating).toEqual({
      stars: 2,
      words: "等得太久",
      followUp: { answer: null, answeredAt: null },
    });
    expect((await rate({ stars: 5 })).status).toBe(409);
    const { json: alarms } = await walk.get("/backoffice/alarms", "admin1");
    expect(alarms.items).toContainEqual(
      expect.objectContaining({ kind: "rating-poor", count: 1, references: [number] }),
    );
  });

  it("is read with a masked name, and the look names the person", async () => {
    const { json } = await list();
    expect(json.items).toMatchObject([
      { number, stars: 2, words: "等得太久", maskedApplicant: "测*一", hindrance: null },
    ]);
    const { json: looks } = await walk.get("/account/looks?limit=1", "P0000012");
    expect(looks.items).toMatchObject([{ what: "查看了您的评价", caseNumber: number }]);
    expect((await list("", "finance1")).status).toBe(403);
    expect((await list("", "auditor1")).status).toBe(200);
  });

  it("isn't answered by who decided the case, nor by who may only look", async () => {
    expect((await list("", "reviewer1")).json.items[0].hindrance).toContain("您审核的");
    expect((await answer("reviewer1")).status).toBe(403);
    expect((await answer("auditor1")).status).toBe(403);
    expect((await answer("P0000012")).status).toBe(403);
  });

  it("is answered once; the answer reaches the person in their case and as a message", async () => {
    expect((await answer("reviewer2", " ")).status).toBe(400);
    const answered = await answer("reviewer2");
    expect(answered.status).toBe(200);
    expect((await answer("admin1")).status).toBe(409);
    const { json } = await walk.get(`/applications/${number}`, "P0000012");
    expect(json.rating.followUp).toMatchObject({ answer: "已致电了解，材料说明改写得更清楚了。" });
    const { json: inbox } = await walk.get("/messages", "P0000012");
    expect(inbox.items[0].title).toBe("您的评价有了答复");
    expect(inbox.items[0].body).toContain("已致电了解");
    expect((await list()).json.items).toEqual([]);
    expect((await list("?show=answered")).json.items).toMatchObject([{ number }]);
    await expect(
      test.hall.db.ratingFollowUp.delete({ where: { applicationNumber: number } }),
    ).rejects.toThrow();
  });

  it("is a follow-up of that case alone", async () => {
    expect(
      (await walk.post("/backoffice/ratings/20260317000000019/answer", "admin1", { answer: "x" }))
        .status,
    ).toBe(404);
  });
});

describe("a good rating", () => {
  it("opens none", async () => {
    const other = await walk.approved("P0000107");
    const bank = paymentWalk(test);
    await bank.importText(await bank.sampleResult(await bank.sent()));
    const { json } = await walk.post(`/applications/${other}/rating`, "P0000107", { stars: 3 });
    expect(json.rating).toEqual({ stars: 3, words: null, followUp: null });
    expect((await list()).json.items).toEqual([]);
  });
});

describe("why a case is due on its day (APP-7)", () => {
  it("is told span by span, and ends where it stands still", async () => {
    const open = await walk.submit("P0000103");
    const { json } = await walk.get(`/applications/${open}`, "P0000103");
    const { dueOn, dueWorkings } = json;
    expect(dueWorkings).toMatchObject({ from: "2026-03-17", to: dueOn });
    expect(dueWorkings.spans[0]).toMatchObject({ kind: "working", from: "2026-03-18" });
    expect(dueWorkings.spans.at(-1).counted).toBe(dueWorkings.workingDays);
    await walk.claim(open);
    await walk.decide(open, { kind: "ask", missing: [{ item: "地址", words: "写到门牌号" }] });
    const asked = await walk.get(`/applications/${open}`, "P0000103");
    expect(asked.json.dueWorkings).toMatchObject({ to: "2026-03-17", spans: [], workingDays: 0 });
  });

  it("isn't told once the case has ended", async () => {
    const { json } = await walk.get(`/applications/${number}`, "P0000012");
    expect(json.dueWorkings).toBeNull();
  });
});
