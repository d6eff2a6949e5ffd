import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRecord } from "../src/cases/case-record.ts";
import { caseWalk } from "./case-walk.ts";
import { openTestHall, type TestHall } from "./harness.ts";

let test: TestHall;
let walk: ReturnType<typeof caseWalk>;
beforeAll(async () => {
  test = await openTestHall();
  walk = caseWalk(test);
});
afterAll(() => test.close());

const personOf = (personalNumber: string) =>
  test.hall.db.person.findUniqueOrThrow({ where: { personalNumber } });
const onRecord = (number: string) =>
  test.hall.db.application.findUniqueOrThrow({ where: { number } });

describe("an approval", () => {
  it("decides anew: what no longer holds is named, and nothing is written (REV-4)", async () => {
    const number = await walk.submit("P0000110");
    const person = await personOf("P0000110");
    await walk.claim(number);
    await test.hall.db.elsewhereRecord.create({
      data: {
        id: randomUUID(),
        personId: person.id,
        kind: "employment",
        place: "昆山市",
        inGreaterSuzhou: true,
        since: new Date("2026-03-01T00:00:00Z"),
      },
    });
    const { status, problem } = await walk.decide(number, { kind: "approve" });
    expect(status).toBe(422);
    const failing = problem.findings?.filter(({ outcome }) => outcome === "fails");
    expect(failing?.map(({ claim }) => claim)).toEqual(["notEmployedInTheCity"]);
    expect((await onRecord(number)).state).toBe("in-review");
    await test.hall.db.elsewhereRecord.deleteMany({ where: { personId: person.id } });
  });

  it("above the limit takes two people (REV-5)", async () => {
    const { number } = await test.hall.db.application.findFirstOrThrow({
      where: { subjectId: (await personOf("P0000110")).id },
    });
    const first = await walk.decide(number, { kind: "approve" });
    expect(first.json).toMatchObject({ outcome: "first-approved", state: "in-review" });
    expect(await test.hall.db.paymentOrder.count({ where: { applicationNumber: number } })).toBe(0);
    const queued = await walk.get("/backoffice/cases?assignee=none", "reviewer2");
    const item = queued.json.items.find((each: { number: string }) => each.number === number);
    expect(item.secondApproval).toBe(true);
    const same = await walk.claim(number, "reviewer1");
    expect(same.status).toBe(403);
    expect(same.problem.detail).toContain("须由另一位审核人员");
    await walk.claim(number, "reviewer2");
    const second = await walk.decide(number, { kind: "approve", words: "同意" }, "reviewer2");
    expect(second.json).toMatchObject({ outcome: "approved", state: "approved" });
    const orders = await test.hall.db.paymentOrder.findMany({
      where: { applicationNumber: number },
    });
    expect(orders).toHaveLength(1);
    expect(orders[0]).toMatchObject({ state: "waiting", attempt: 1, payee: "citizen-card" });
  });

  it("of fifty at once is one", async () => {
    const number = await walk.submit("P0000012");
    await walk.claim(number, "reviewer2");
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => walk.decide(number, { kind: "approve" }, "reviewer2")),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    const orders = await test.hall.db.paymentOrder.count({ where: { applicationNumber: number } });
    expect(orders).toBe(1);
    const postings = await test.hall.db.ledgerPosting.count({
      where: { applicationNumber: number, effect: "withdrawal" },
    });
    expect(postings).toBe(1);
  });

  it("keeps the facts, values and findings that it stood on (APP-6)", async () => {
    const row = await test.hall.db.application.findFirstOrThrow({
      where: { subjectId: (await personOf("P0000110")).id },
    });
    const [kept] = openRecord(test.hall, row.record).approvals ?? [];
    expect(kept).toMatchObject({ stage: 0, rulesVersion: row.rulesVersion });
    expect(kept?.policy.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept?.findings)).toContain("SAW-1");
  });

  it("on an older screen is refused", async () => {
    const number = await walk.submit("P0000107");
    const { version } = (await walk.look(number)).json;
    await walk.claim(number);
    const { problem } = await walk.decide(number, { kind: "approve", version });
    expect(problem.code).toBe("stale-version");
  });
});
