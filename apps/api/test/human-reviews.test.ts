import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const service = "sealed-account-withdrawal";
const post = (path: string, as: string, body: object, key: string = randomUUID()) =>
  test.api("post", path, { as, body, key });
const get = async (path: string, as: string) => (await test.api("get", path, { as })).json;
const claim = "sealedHalfAYear";

describe("XPL-13: a refusal by machine before a human", () => {
  let number: string;

  it("hands over the machine's own judgement, whatever the browser says", async () => {
    const asked = await post("/human-reviews", "P0000102", {
      service,
      claim,
      words: "我已封存半年",
    });
    expect(asked.status).toBe(201);
    number = asked.json.number;
    expect(asked.json).toMatchObject({
      state: "waiting",
      // Tuesday 17 March and five working days.
      dueOn: "2026-03-24",
      finding: { rule: "SAW-1", outcome: "later", firstDay: "2026-04-17" },
      words: "我已封存半年",
      answer: null,
    });
    const [told] = (await get("/messages", "P0000102")).items;
    expect(told).toMatchObject({ title: "人工复核已收到" });
    expect(told.body).toContain("2026年3月24日前答复");
  });

  it("is one for a claim, however often it is asked", async () => {
    const many = await Promise.all(
      Array.from({ length: 10 }, () => post("/human-reviews", "P0000102", { service, claim })),
    );
    expect(new Set(many.map(({ json }) => json.number))).toEqual(new Set([number]));
  });

  it("is needless where the claim is met, and somebody else's to nobody", async () => {
    const met = await post("/human-reviews", "P0000012", { service, claim });
    expect(met.status).toBe(409);
    expect(met.problem.detail).toContain("已经符合");
    const other = await test.api("get", `/human-reviews/${number}`, { as: "P0000012" });
    expect(other.status).toBe(404);
    const nothing = await post("/human-reviews", "P0000102", { service: "nothing", claim });
    expect(nothing.status).toBe(404);
  });

  it("takes what was filled in along, judged again", async () => {
    const claimed = { service: "flex-plan-change", claim: "tierBelongsToPackage" };
    const input = { packageCode: "pension-medical", tierCode: "t99" };
    const asked = await post("/human-reviews", "P0000001", { ...claimed, input });
    expect(asked.json.finding).toMatchObject({ rule: "FPC-4", outcome: "fails" });
    // Without what was filled in there is nothing that the claim refuses.
    expect((await post("/human-reviews", "P0000002", claimed)).status).toBe(409);
    const broken = await post("/human-reviews", "P0000001", {
      service: "flex-plan-change",
      claim: "somethingChanges",
      input: { nonsense: 1 },
    });
    expect(broken.status).toBe(400);
  });

  it("judges a rule about the sign-in by how the unit had signed in (RCU-2)", async () => {
    const { json } = await test.signIn("U0000004");
    const asked = await test.api("post", "/human-reviews", {
      token: json.accessToken,
      key: randomUUID(),
      body: { service: "remote-care-unit-registration", claim: "signedInByCertificate" },
    });
    expect(asked.json.finding).toMatchObject({ rule: "RCU-2", outcome: "fails" });
    const one = await get(`/backoffice/human-reviews/${asked.json.number}`, "reviewer1");
    expect(one.now).toMatchObject({ rule: "RCU-2", outcome: "fails" });
  });

  it("waits for reviewers by its day, and shows how the rule is judged now", async () => {
    const list = await get("/backoffice/human-reviews", "reviewer1");
    expect(list.items.map((each: { number: string }) => each.number)).toContain(number);
    const one = await get(`/backoffice/human-reviews/${number}`, "reviewer1");
    expect(one).toMatchObject({ barred: null, now: { rule: "SAW-1" }, words: "我已封存半年" });
    expect(one.facts.length).toBeGreaterThan(0);
    const looked = await test.hall.db.auditEvent.findFirst({
      where: { action: "human-review.look", reference: number },
    });
    expect(looked).not.toBeNull();
    const noReviewer = await test.api("get", "/backoffice/human-reviews", { as: "finance1" });
    expect(noReviewer.status).toBe(403);
  });

  it("is answered once, and the person is told", async () => {
    const { version } = await get(`/backoffice/human-reviews/${number}`, "reviewer1");
    const path = `/backoffice/human-reviews/${number}/answer`;
    const body = { version, outcome: "stands", words: "封存日期核对无误，到4月17日满半年。" };
    const both = await Promise.all([
      post(path, "reviewer1", body),
      post(path, "reviewer2", { ...body, outcome: "wrong" }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const seen = await get(`/human-reviews/${number}`, "P0000102");
    expect(seen).toMatchObject({ state: "answered", answer: { words: body.words } });
    const [told] = (await get("/messages", "P0000102")).items;
    expect(told).toMatchObject({ title: "人工复核有答复了" });
    await expect(
      test.hall.db.humanReview.update({ where: { number }, data: { answer: "改了" } }),
    ).rejects.toThrow(/does not change/);
    // The same claim may be put before a human again, once the record has changed or not.
    expect((await post("/human-reviews", "P0000102", { service, claim })).json.number).not.toBe(
      number,
    );
  });

  it("is answered by nobody whom it is about (SGN-2)", async () => {
    const asked = await post("/human-reviews", "P0000018", {
      service: "flex-plan-change",
      claim: "paysNormallyAsFlexible",
    });
    expect(asked.status).toBe(201);
    const own = await get(`/backoffice/human-reviews/${asked.json.number}`, "reviewer1");
    expect(own.barred).toContain("本人");
    const answered = await post(
      `/backoffice/human-reviews/${asked.json.number}/answer`,
      "reviewer1",
      { version: own.version, outcome: "wrong", words: "给自己改过来" },
    );
    expect(answered.status).toBe(403);
  });

  it("raises an alarm beyond its day", async () => {
    await test.hall.db.humanReview.updateMany({
      where: { state: "waiting" },
      data: { dueOn: new Date("2026-03-16T00:00:00Z") },
    });
    const alarms = (await get("/backoffice/alarms", "reviewer1")).items;
    expect(alarms).toContainEqual(expect.objectContaining({ kind: "human-review-overdue" }));
  });
});
