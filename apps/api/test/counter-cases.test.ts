import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHall, type TestHall } from "./harness.ts";

const AT = "/backoffice/counter-cases";
const LING = { personalNumber: "P0000001", name: "测灵一" };
const MATTER = { matter: "社会保险关系转移", workingDays: 5 };

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

let keys = 0;
const key = () => {
  keys += 1;
  return `counter-test-${keys}`;
};
const register = (body: object, as = "counter1", under = key()) =>
  test.api("post", AT, { as, body, key: under });
const move = (number: string, body: object, as = "counter1") =>
  test.api("patch", `${AT}/${number}`, { as, body, key: key() });
const progressOf = async (as: string) =>
  (await test.api("get", "/services/case-progress/cases", { as })).json.cases;
const audits = (reference: string) =>
  test.hall.db.auditEvent.findMany({ where: { reference }, orderBy: { id: "asc" } });

describe("a case taken in at the window", () => {
  it("is registered with its due date, led to its end, and seen by its person alone", async () => {
    const made = await register({ ...LING, ...MATTER, note: "材料齐全" });
    expect(made.status).toBe(201);
    const { number } = made.json;
    expect(made.headers.get("location")).toBe(`/api/v1${AT}/${number}`);
    // Tuesday 17 March and five working days.
    expect(made.json).toMatchObject({ dueOn: "2026-03-24", mark: "in-time", maskedName: "测*一" });
    expect(await progressOf("P0000001")).toMatchObject([
      { number, channelName: "综合窗口", step: "窗口受理", workingDaysLeft: 5, result: null },
    ]);
    const numbers = (await progressOf("P0000003")).map((each: { number: string }) => each.number);
    expect(numbers).not.toContain(number);

    const checked = await move(number, { version: 1, step: "材料审核" });
    expect(checked.json).toMatchObject({ step: "材料审核", version: 2, outcome: null });
    expect((await move(number, { version: 1, step: "复核" })).status).toBe(409);
    const done = await move(number, { version: 2, outcome: "granted", result: "已转入苏州市区。" });
    expect(done.json).toMatchObject({ outcomeName: "予以办理", mark: null, version: 3 });
    expect(done.json.steps.map(({ title }: { title: string }) => title)).toEqual([
      "窗口受理",
      "材料审核",
      "办结",
    ]);
    expect(await progressOf("P0000001")).toMatchObject([
      { step: "办结", workingDaysLeft: null, result: "予以办理：已转入苏州市区。" },
    ]);
    expect((await move(number, { version: 3, step: "重新审核" })).status).toBe(409);
    expect((await audits(number)).map(({ action }) => action)).toEqual([
      "counter.register",
      "counter.advance",
      "counter.finish",
    ]);
  });

  it("is registered once, however often it is sent", async () => {
    const body = { ...LING, matter: "一次登记", workingDays: 3 };
    const under = key();
    const both = await Promise.all([
      register(body, "counter1", under),
      register(body, "counter1", under),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.json.number).toBe(both[1]?.json.number);
    expect(await test.hall.db.counterCase.count({ where: { matter: "一次登记" } })).toBe(1);
  });

  it("has no due date where the calendar isn't published, and is taken in all the same", async () => {
    const december = await openTestHall({ HALL_NOW: "2026-12-21T10:00:00" });
    const body = { ...LING, ...MATTER, workingDays: 30 };
    const { status, json } = await december.api("post", AT, { as: "counter1", body, key: key() });
    await december.close();
    expect([status, json.dueOn, json.mark]).toEqual([201, null, "calendar-missing"]);
  });

  it.each([
    ["a number that is nobody's", { personalNumber: "P0009999" }, "个人编号和姓名对不上"],
    ["a name that isn't hers", { name: "测灵二" }, "个人编号和姓名对不上"],
    ["a malformed number", { personalNumber: "1234" }, "个人编号是字母P加7位数字"],
    ["no working day", { workingDays: 0 }, "至少是1"],
    ["more than 180", { workingDays: 181 }, "最多是180"],
    ["no matter", { matter: " " }, "请填写事项"],
  ])("is refused with %s", async (_, change, message) => {
    const { status, problem } = await register({ ...LING, ...MATTER, ...change });
    expect(status).toBe(400);
    expect(problem.errors?.map((error) => error.message).join()).toContain(message);
  });

  it.each([
    ["neither step nor outcome", {}, "请填写环节"],
    ["an outcome without a result", { outcome: "refused" }, "请写明结果"],
    ["both at once", { step: "复核", outcome: "granted", result: "办好" }, "办结时不再填写环节"],
    ["an outcome that there isn't", { outcome: "gone", result: "办好" }, "请选择办理结果"],
  ])("isn't moved by %s", async (_, change, message) => {
    const { json } = await register({ ...LING, ...MATTER });
    const { status, problem } = await move(json.number, { version: 1, ...change });
    expect(status).toBe(400);
    expect(problem.errors?.map((error) => error.message).join()).toContain(message);
  });

  it("is nobody's own: a clerk who is insured here is refused her own", async () => {
    const { db } = test.hall;
    const { json } = await register({ ...LING, ...MATTER });
    const person = await db.person.findUniqueOrThrow({ where: { personalNumber: "P0000001" } });
    await db.staff.update({ where: { username: "counter1" }, data: { personId: person.id } });
    expect((await register({ ...LING, ...MATTER })).status).toBe(403);
    expect((await move(json.number, { version: 1, step: "材料审核" })).status).toBe(403);
    expect((await test.api("get", `${AT}/${json.number}`, { as: "counter1" })).json.isOwn).toBe(
      true,
    );
    await db.staff.update({ where: { username: "counter1" }, data: { personId: null } });
  });

  it("is the window's: others may at most look", async () => {
    for (const as of ["reviewer1", "finance1", "auditor1", "P0000001", "U0000004"]) {
      expect((await register({ ...LING, ...MATTER }, as)).status).toBe(403);
    }
    expect((await test.api("get", AT, { as: "auditor1" })).status).toBe(200);
    expect((await test.api("get", AT, { as: "reviewer1" })).status).toBe(403);
  });
});

describe("the list of the window", () => {
  it("goes page by page, open ones or all, or those of a person", async () => {
    const seen: string[] = [];
    let cursor = "";
    do {
      const path = `${AT}?limit=3&show=all${cursor}`;
      const { json } = await test.api("get", path, { as: "counter1" });
      seen.push(...json.items.map(({ number }: { number: string }) => number));
      cursor = json.nextCursor ? `&cursor=${json.nextCursor}` : "";
    } while (cursor !== "");
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(await test.hall.db.counterCase.count());
    const mine = await test.api("get", `${AT}?personalNumber=P0000003&show=all`, {
      as: "counter1",
    });
    expect(mine.json.items).toHaveLength(3);
    const open = await test.api("get", `${AT}?personalNumber=P0000003`, { as: "counter1" });
    expect(open.json.items).toMatchObject([{ step: "材料审核", mark: "in-time" }]);
    const none = await test.api("get", `${AT}?personalNumber=P0009999`, { as: "counter1" });
    expect(none.json.items).toEqual([]);
  });

  it("holds what PostgreSQL guards: steps and finished cases stay", async () => {
    const { db } = test.hall;
    const finished = await db.counterCase.findFirstOrThrow({ where: { outcome: "refused" } });
    const { number } = finished;
    await expect(
      db.counterCase.update({ where: { number }, data: { result: "改了" } }),
    ).rejects.toThrow();
    await expect(db.counterCase.delete({ where: { number } })).rejects.toThrow();
    await expect(
      db.counterCaseStep.deleteMany({ where: { caseNumber: number } }),
    ).rejects.toThrow();
  });
});
