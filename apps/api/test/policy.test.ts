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

const sealed = { key: "withdrawal.sealedMonths", mark: "official", source: "演练：新办法" };
const prepare = (body: object, as = "policy1") => walk.post("/backoffice/policy", as, body);
const release = (id: string, as = "policy2") => walk.post(`/backoffice/policy/${id}/release`, as);
const valuesOf = async (key: string) => {
  const { json } = await walk.get("/backoffice/policy", "policy1");
  return json.items.find((item: { key: string }) => item.key === key);
};

describe("the parameters (POL-1, POL-2)", () => {
  it("are shown with their values over time, sources, and the rules that read them", async () => {
    const { status, json } = await walk.get("/backoffice/policy", "reviewer1");
    expect(status).toBe(200);
    expect(json.version).toBe(1);
    const rate = await valuesOf("base.limits");
    expect(rate.values.at(-1)).toMatchObject({ state: "in-force", mark: "sample" });
    expect(rate.values[0].state).toBe("past");
    const months = await valuesOf(sealed.key);
    const rules = months.readBy.map(({ rule }: { rule: string }) => rule);
    expect(rules).toContain("SAW-1");
    expect((await walk.get("/backoffice/policy", "finance1")).status).toBe(403);
  });
});

describe("what is seen first of the parameters (WKD-1)", () => {
  it("isn't a calendar of a year that is over", async () => {
    const { json } = await walk.get("/backoffice/policy", "policy1");
    const standings = json.items.map(({ standing }: { standing: string }) => standing);
    expect(standings.indexOf("over")).toBe(standings.lastIndexOf("held") + 1);
    const over = json.items.filter(({ standing }: { standing: string }) => standing === "over");
    expect(over.map(({ key }: { key: string }) => key)).toEqual(["calendar.2024", "calendar.2025"]);
    expect(standings).not.toContain("missing");
  });
});

describe("a new value", () => {
  const value = { general: 12, unemployed4050: 24 };
  let id: string;

  it("isn't for the past, nor for a shape of its own", async () => {
    const today = await prepare({ ...sealed, value, from: "2026-03-17" });
    expect(today.status).toBe(400);
    expect(today.problem.detail).toBe("生效日期须在今天以后，已经过去的不能改。");
    const broken = await prepare({ ...sealed, value: { general: "6" }, from: "2026-05-01" });
    expect(broken.problem.errors?.map(({ path }) => path)).toContain("/value/general");
    const unknown = await prepare({ ...sealed, key: "no.such", value: 1, from: "2026-05-01" });
    expect(unknown.problem.detail).toBe("没有这个参数。");
    const never = await prepare({ ...sealed, value, from: "2026-02-30" });
    expect(never.status).toBe(400);
  });

  it("is prepared, and read by nobody until it is released", async () => {
    const prepared = await prepare({ ...sealed, value, from: "2026-05-01" });
    expect(prepared.status).toBe(201);
    expect(prepared.json).toMatchObject({ state: "prepared", preparedBy: "测策一", isMine: true });
    id = prepared.json.id;
    const { book } = await test.hall.policy.at();
    expect(book.history("withdrawal.sealedMonths")).toHaveLength(1);
  });

  it("is tried on the open cases: which would be decided otherwise (XPL-11)", async () => {
    const number = await walk.submit("P0000012");
    const { json } = await walk.get(`/backoffice/policy/${id}/trial`, "policy1");
    expect(json).toMatchObject({ cases: 1, tried: 1, past: { days: 90, cases: 0 } });
    expect(json.changed).toMatchObject([
      { number, before: "open", after: "later", rules: [{ rule: "SAW-1" }] },
    ]);
  });

  it("is tried on what was decided in the last 90 days, as if it had been in force (XPL-11)", async () => {
    const refused = await walk.submit("P0000110");
    await walk.claim(refused);
    await walk.decide(refused, { kind: "refuse", words: "材料不符" });
    const { json } = await walk.get(`/backoffice/policy/${id}/trial`, "auditor1");
    // Sealed for eight months then: enough for the six in force, not for the twelve to come.
    expect(json.past).toMatchObject({ cases: 1, tried: 1 });
    expect(json.past.changed).toMatchObject([
      { number: refused, before: "open", after: "later", rules: [{ rule: "SAW-1" }] },
    ]);
    await test.hall.db.$executeRaw`ALTER TABLE application DISABLE TRIGGER USER`;
    await test.hall.db.application.update({
      where: { number: refused },
      data: { submittedAt: new Date("2025-12-16T15:59:59Z") },
    });
    await test.hall.db.$executeRaw`ALTER TABLE application ENABLE TRIGGER USER`;
    const later = await walk.get(`/backoffice/policy/${id}/trial`, "auditor1");
    expect(later.json.past).toMatchObject({ cases: 0, tried: 0, changed: [] });
  });

  it("takes an approved case for decided, on the balance that it was decided on (XPL-11)", async () => {
    const approved = await walk.approved("P0000109");
    const { json } = await walk.get(`/backoffice/policy/${id}/trial`, "policy1");
    expect(json.cases).toBe(1);
    expect(json.past.changed).toMatchObject([
      {
        number: approved,
        before: "open",
        after: "later",
        beforeFen: expect.any(Number),
        afterFen: null,
      },
    ]);
  });

  it("is released by another person, and closes the value before it", async () => {
    const same = await release(id, "policy1");
    expect(same.status).toBe(403);
    expect(same.problem.detail).toContain("须由另一位参数管理人员发布");
    const answers = await Promise.all([release(id), release(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { values } = await valuesOf(sealed.key);
    expect(values).toMatchObject([
      { until: "2026-05-01", state: "in-force" },
      { from: "2026-05-01", until: null, state: "coming", releasedBy: "测策二" },
    ]);
    const { version, book } = await test.hall.policy.at();
    expect(version).toBe(2);
    expect(book.history("withdrawal.sealedMonths")).toHaveLength(2);
  });

  it("of the same first day takes the place of a coming one", async () => {
    const other = { general: 9, unemployed4050: 24 };
    const prepared = await prepare({ ...sealed, value: other, from: "2026-05-01" }, "policy2");
    expect((await release(prepared.json.id, "policy1")).status).toBe(200);
    const { values } = await valuesOf(sealed.key);
    expect(values.map(({ value: held }: { value: unknown }) => held)).toEqual([
      { general: 6, unemployed4050: 24 },
      other,
    ]);
  });

  it("can be taken back before it is released", async () => {
    const prepared = await prepare({ ...sealed, value, from: "2026-06-01" });
    const path = `/backoffice/policy/${prepared.json.id}/discard`;
    expect((await walk.post(path, "policy1")).status).toBe(200);
    expect((await walk.post(path, "policy1")).status).toBe(409);
    expect((await release(prepared.json.id)).status).toBe(409);
  });
});

describe("a calendar that is missing (WKD-1)", () => {
  const calendar = {
    year: 2027,
    freeDays: ["2027-01-01", "2027-01-02", "2027-01-03"],
    makeUpDays: ["2027-01-09"],
    source: "演练用的日历",
  };
  const body = { key: "calendar.2027", from: "2027-01-01", mark: "sample", source: "演示日历" };

  it("is checked like a calendar", async () => {
    const wrongYear = { ...calendar, freeDays: ["2026-01-01"] };
    expect((await prepare({ ...body, value: wrongYear })).problem.detail).toContain("日历有误");
    const other = await prepare({ ...body, key: "calendar.2028", value: calendar });
    expect(other.problem.detail).toBe("年份应为2028。");
  });

  it("alarms, and fills in the due dates when it is released", async () => {
    // Cases submitted on the last day of a year whose next is unknown: as if it were then.
    const late = await openTestHall({ HALL_NOW: "2026-12-31T10:00:00" });
    const later = caseWalk(late);
    const number = await later.submit("P0000012");
    const { json: taken } = await later.get(`/applications/${number}`, "P0000012");
    expect(taken).toMatchObject({ state: "submitted", dueOn: null });
    expect(taken.dueReason).toContain("尚未公布");
    const before = await later.get("/backoffice/policy", "policy1");
    expect(before.json.items[0]).toMatchObject({
      key: "calendar.2027",
      standing: "missing",
      values: [],
    });
    const alarms = await later.get("/backoffice/alarms", "admin1");
    const kinds = alarms.json.items.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === "calendar-missing")).toHaveLength(2);
    const prepared = await later.post("/backoffice/policy", "policy1", {
      ...body,
      value: calendar,
    });
    expect(prepared.status).toBe(201);
    await later.post(`/backoffice/policy/${prepared.json.id}/release`, "policy2");
    const { json } = await later.get(`/applications/${number}`, "P0000012");
    // 4 to 8 January are worked; the 9th makes up for a Saturday.
    expect(json.dueOn).toBe("2027-01-08");
    const after = await later.get("/backoffice/alarms", "admin1");
    expect(JSON.stringify(after.json)).not.toContain("calendar-missing");
    await late.close();
  });

  it("may be amended for days to come only", async () => {
    const { json } = await walk.get("/backoffice/policy", "policy1");
    const held = json.items.find((item: { key: string }) => item.key === "calendar.2026");
    const { value } = held.values[0];
    const amend = (freeDays: readonly string[]) =>
      prepare({
        ...body,
        key: "calendar.2026",
        from: "2026-04-01",
        value: { ...value, freeDays },
      });
    const past = await amend(value.freeDays.slice(1));
    expect(past.problem.detail).toBe("2026-01-01已经过去，不能改动。");
    const amended = await amend([...value.freeDays, "2026-12-25"]);
    expect((await release(amended.json.id)).status).toBe(200);
    const { calendar: held2026 } = await test.hall.policy.at();
    const { Temporal } = await import("temporal-polyfill");
    expect(held2026.isWorkingDay(Temporal.PlainDate.from("2026-12-25"))).toBe(false);
  });
});

describe("a service that is closed (GDE-4)", () => {
  it("takes nothing in until it is opened again, and says why", async () => {
    const notice = "系统维护，预计今晚恢复。";
    const closure = { service: "sealed-account-withdrawal", kind: "maintenance", notice };
    const closed = await walk.post("/backoffice/closures", "admin1", closure);
    expect(closed.json).toMatchObject({ isInForce: true, createdBy: "测管理" });
    const submission = { input: {}, quoteHash: "x", evidence: [] };
    const path = "/services/sealed-account-withdrawal/applications";
    const refused = await test.api("POST", path, {
      as: "P0000103",
      key: randomUUID(),
      body: {
        ...submission,
        input: {
          householdRegion: "340000",
          householdAddress: "某路 1 号",
          payee: "citizen-card",
          declarationAccepted: true,
        },
      },
    });
    expect(refused.status).toBe(503);
    expect(refused.problem.detail).toBe(notice);
    const { json } = await walk.get("/backoffice/closures", "policy1");
    expect(json.items).toHaveLength(1);
    const opened = await test.api("DELETE", `/backoffice/closures/${closed.json.id}`, {
      as: "admin1",
    });
    expect(opened.status).toBe(204);
    expect(await walk.submit("P0000103")).toMatch(/^\d{17}$/);
    const unknown = await walk.post("/backoffice/closures", "admin1", {
      ...closure,
      service: "none",
    });
    expect(unknown.status).toBe(400);
  });
});
