import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

const AT = "/services/case-progress";

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

const ask = (query = "", as = "P0000003") => test.api("get", `${AT}/cases${query}`, { as });

describe("the progress of one's cases", () => {
  it("shows this year's from the window, with steps, due dates and results", async () => {
    const { status, json } = await ask();
    expect(status).toBe(200);
    expect(json.since).toBe("2026-01-01");
    expect(json.cases).toMatchObject([
      {
        channel: "counter",
        acceptedAt: "2026-03-11T14:20:00.000+08:00",
        step: "材料审核",
        dueOn: "2026-04-01",
        result: null,
      },
      { matter: "住院医疗费用零星报销", workingDaysLeft: null },
    ]);
    const audit = await test.hall.db.auditEvent.findFirstOrThrow({
      where: { action: "query.make" },
      orderBy: { id: "desc" },
    });
    expect(audit.detail).toEqual({ service: "case-progress", view: "cases" });
  });

  it("shows earlier years when asked to", async () => {
    const { json } = await ask("?since=2025-11-12");
    expect(json.cases).toHaveLength(3);
    expect(json.cases[2]).toMatchObject({ acceptedAt: "2025-11-12T17:05:00.000+08:00" });
  });

  it("shows what was filed online beside it, by its channel, and nobody else's", async () => {
    const { db, clock, cipher } = test.hall;
    const { id } = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000001" } });
    const submittedAt = clock.instant();
    await db.application.create({
      data: {
        number: "20260317000000019",
        service: "flex-plan-change",
        subjectId: id,
        filedBy: id,
        filedByName: "测灵一",
        channel: "web",
        object: "",
        state: "done",
        record: cipher.seal("{}"),
        findings: [],
        policy: [],
        rulesVersion: "test",
        submittedAt,
        finishedAt: submittedAt,
      },
    });
    const mine = await ask("", "P0000001");
    expect(mine.json.cases).toMatchObject([
      { channelName: "网上办事大厅", number: "20260317000000019", result: "已办结", dueOn: null },
    ]);
    expect(JSON.stringify((await ask()).json)).not.toContain("20260317000000019");
  });

  it("is refused for tomorrow and shown for today", async () => {
    expect((await ask("?since=2026-03-17")).status).toBe(200);
    const { status, problem } = await ask("?since=2026-03-18");
    expect([status, problem.findings?.[0]?.rule]).toEqual([422, "CPQ-3"]);
  });

  it.each([
    ["2026-02-29", "这一天在日历上不存在，请核对"],
    ["2026/1/1", "请按 2026-03-18 的格式填写日期"],
    ["", "请按 2026-03-18 的格式填写日期"],
  ])("says of %s that it is no date", async (since, message) => {
    const { status, problem } = await ask(`?since=${since}`);
    expect([status, problem.errors?.[0]?.message]).toEqual([400, message]);
  });

  it("is a person's, and its guide lists the rule on what is asked", async () => {
    expect((await ask("", "U0000004")).status).toBe(403);
    const { json } = await test.api("get", AT);
    expect(json.rules.map(({ code }: { code: string }) => code)).toEqual([
      "CPQ-1",
      "CPQ-2",
      "CPQ-3",
      "CPQ-3",
      "CPQ-4",
      "CPQ-5",
    ]);
  });
});
