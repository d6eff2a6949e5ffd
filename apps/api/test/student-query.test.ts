import { day } from "@hall/domain/dates";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asDate } from "../src/store/database.ts";
import { openTestHall, type TestHall } from "./harness.ts";

const SCHOOL = "U0000004";
const OTHER_SCHOOL = "U0000005";
const AT = "/services/student-query";
const MANY = 1203;

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
  await enrol(SCHOOL, "2026-02-10", MANY);
  await enrol(OTHER_SCHOOL, "2026-02-10", 3);
});
afterAll(() => test.close());

/** Made-up students; the export needs no valid check digit. */
const numberOf = (index: number) => `32059920140101${String(index).padStart(4, "0")}`;

async function enrol(unitCode: string, on: string, count: number) {
  const { db, cipher } = test.hall;
  const unit = await db.unit.findUniqueOrThrow({ where: { code: unitCode } });
  const offset = unitCode === SCHOOL ? 0 : 9000;
  await db.studentEnrolment.createMany({
    data: Array.from({ length: count }, (_, index) => ({
      id: `query:${unitCode}:${String(index).padStart(5, "0")}`,
      year: 2026,
      identityHash: cipher.lookup(numberOf(offset + index)),
      identityCipher: cipher.seal(numberOf(offset + index)),
      name: index === 0 ? "=1+1" : `测生${index}`,
      sex: "male",
      birthDate: asDate(day("2014-01-01")),
      unitId: unit.id,
      classCode: index % 2 === 0 ? "301" : "302",
      guardian: '测"家长',
      mobileCipher: cipher.seal("13800000021"),
      premiumFen: 29_000,
      payBy: asDate(day("2026-02-25")),
      state: index < 3 ? "lapsed" : "paid",
      enrolledOn: asDate(day(on)),
      paidOn: index < 3 ? null : asDate(day("2026-02-20")),
    })),
  });
}

const span = (start = "2026-01-01", end = "2026-03-17") => `start=${start}&end=${end}`;
const ask = (path: string, as = SCHOOL) => test.api("get", `${AT}/${path}`, { as });
const exported = (listing: string, format: string, as = SCHOOL) =>
  ask(`export?${span()}&listing=${listing}&format=${format}`, as);
const lastAudit = (action: string) =>
  test.hall.db.auditEvent.findFirstOrThrow({ where: { action }, orderBy: { id: "desc" } });

describe("students added in a span", () => {
  it("come page by page without end or repetition, own ones alone, numbers masked", async () => {
    const seen = new Set<string>();
    let cursor = "";
    for (let page = 0; page < 20; page += 1) {
      const { json } = await ask(`students?${span()}&limit=100${cursor}`);
      // P11, who was enrolled on 5 January, is the school's too.
      expect(json.total).toBe(MANY + 1);
      for (const { id, maskedIdentityNumber } of json.items) {
        expect(seen.has(id)).toBe(false);
        seen.add(id);
        expect(maskedIdentityNumber).toMatch(/^3205\*{10}\d{4}$/);
      }
      expect(JSON.stringify(json)).not.toContain(numberOf(7));
      if (json.nextCursor === null) break;
      cursor = `&cursor=${json.nextCursor}`;
    }
    expect(seen.size).toBe(MANY + 1);
    expect([...seen].some((id) => id.includes(OTHER_SCHOOL))).toBe(false);
    expect((await lastAudit("query.make")).detail).toMatchObject({
      service: "student-query",
      view: "students",
      start: "2026-01-01",
    });
  });

  it("are those of the span, both its days included", async () => {
    const total = async (start: string, end: string) =>
      (await ask(`students?${span(start, end)}`)).json.total;
    expect(await total("2026-02-10", "2026-02-10")).toBe(MANY);
    expect(await total("2026-02-11", "2026-03-17")).toBe(0);
    expect(await total("2026-01-05", "2026-02-09")).toBe(1);
  });

  it("are summed by class and state", async () => {
    const { json } = await ask(`summary?${span("2026-02-10", "2026-02-10")}`);
    expect(json.items).toEqual([
      expect.objectContaining({ className: "三年级一班", lapsed: 2, paid: 600, total: 602 }),
      expect.objectContaining({ className: "三年级二班", lapsed: 1, paid: 600, total: 601 }),
    ]);
    expect(json.totals).toEqual({ payable: 0, paid: 1200, lapsed: 3, reduced: 0, total: MANY });
  });

  it.each([
    ["end before start", span("2026-03-17", "2026-03-16"), "endIsNotBeforeStart"],
    ["a day over five years", span("2021-03-16", "2026-03-17"), "spanIsWithinFiveYears"],
  ])("are refused for %s everywhere", async (_, asked, claim) => {
    for (const path of ["scope?", "students?", "summary?", "export?listing=students&format=csv&"]) {
      const { status, problem } = await ask(path + asked);
      expect(status).toBe(422);
      const refusing = problem.findings?.filter(({ outcome }) => outcome === "fails");
      expect(refusing?.map((finding) => finding.claim)).toEqual([claim]);
    }
  });

  it("are shown for five years to the day", async () => {
    const { status, json } = await ask(`scope?${span("2021-03-17", "2026-03-17")}`);
    expect([status, json.unitName, json.start]).toEqual([200, "测试小学", "2021-03-17"]);
  });

  it.each([
    ["students?end=2026-03-17", "请填写日期"],
    [`students?${span("2026-02-30")}`, "这一天在日历上不存在，请核对"],
    [`students?${span("17/03/2026")}`, "请按 2026-03-18 的格式填写日期"],
  ])("are asked for with days that exist: %s", async (path, message) => {
    const { status, problem } = await ask(path);
    expect(status).toBe(400);
    expect(problem.errors?.map((error) => error.message)).toEqual([message]);
  });

  it("aren't shown to an employer, a person, or by a cursor that isn't one", async () => {
    expect((await ask(`students?${span()}`, "U0000006")).status).toBe(422);
    expect((await ask(`students?${span()}`, "P0000001")).status).toBe(403);
    expect((await ask(`students?${span()}&cursor=abc`)).status).toBe(400);
  });
});

describe("an export", () => {
  it("as csv holds all rows with full numbers, runs no formula, and is logged", async () => {
    const before = await test.hall.db.auditEvent.count({ where: { action: "list.export" } });
    const { status, headers, json } = await exported("students", "csv");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(decodeURIComponent(headers.get("content-disposition") ?? "")).toContain(
      "测试小学新增学生明细20260101-20260317.csv",
    );
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(json);
    expect(text.startsWith("\uFEFF登记日期,参保年度,姓名,证件号码,")).toBe(true);
    const lines = text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(MANY + 2);
    expect(text).toContain(`,测生7,${numberOf(7)},三年级二班,"测""家长",已缴费,2026-02-20`);
    expect(text).toContain(",'=1+1,");
    expect(text).not.toContain(numberOf(9001));
    const logged = await lastAudit("list.export");
    expect(logged.detail).toMatchObject({ listing: "students", format: "csv", rows: MANY + 1 });
    expect(JSON.stringify(logged.detail)).not.toContain("3205");
    const after = await test.hall.db.auditEvent.count({ where: { action: "list.export" } });
    expect(after).toBe(before + 1);
  });

  it("as xlsx is a workbook of texts with all rows", async () => {
    const { status, json } = await exported("students", "xlsx");
    expect(status).toBe(200);
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(json);
    const sheet = workbook.worksheets[0];
    expect(sheet?.rowCount).toBe(MANY + 2);
    expect(sheet?.getRow(1).values).toContain("证件号码");
    const cell = sheet?.getRow(2).getCell(4);
    expect([cell?.value, cell?.numFmt]).toEqual([numberOf(MANY - 1), "@"]);
  });

  it("of the summary has its sums, and another school gets its own", async () => {
    const summary = await exported("summary", "csv");
    expect(new TextDecoder().decode(summary.json)).toContain("合计,0,1200,3,1,1204");
    const other = new TextDecoder().decode((await exported("students", "csv", OTHER_SCHOOL)).json);
    expect(other).toContain(numberOf(9001));
    expect(other).not.toContain(numberOf(7));
  });

  it("is refused in words for what can't be exported, and to an employer", async () => {
    const { status, problem } = await exported("students", "pdf");
    expect([status, problem.errors?.[0]?.message]).toEqual([400, "请选择 xlsx 或 csv"]);
    expect((await exported("students", "csv", "U0000006")).status).toBe(422);
  });
});
