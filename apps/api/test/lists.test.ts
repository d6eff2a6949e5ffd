import type { BatchJson, ListRowJson } from "@hall/contracts/lists";
import { studentColumns } from "@hall/domain/services/student-enrolment/columns";
import { crowd } from "@hall/domain/services/student-enrolment/examples";
import exceljs from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeReport } from "../src/lists/write-list.ts";
import { type Answer, openTestHall, type TestHall } from "./harness.ts";

const AT = "/services/student-enrolment";
const SCHOOL = "U0000004";
const GOOD = ["测新一", "320599201405209916", "男", "2014-05-20", "301", "测家长", "13800000021"];
const GIRL = ["测新二", "320599201403129920", "女", "2014-03-12", "302", "测家长", "13800000022"];
/** One whom no test files. */
const OTHER = ["测新三", "320599201408159942", "女", "2014-08-15", "302", "测家长", "13800000023"];
const heads = studentColumns.map(({ label }) => label);
const csv = (...rows: string[][]) =>
  Buffer.from([heads, ...rows].map((row) => row.join(",")).join("\n"));
const changed = (row: readonly string[], column: number, text: string) =>
  row.map((cell, index) => (index === column ? text : cell));

let test: TestHall;
beforeAll(async () => {
  test = await openTestHall();
});
afterAll(() => test.close());

async function upload(bytes: Buffer, name = "名单.csv", as = SCHOOL, year: string | null = "2026") {
  const form = new FormData();
  if (year !== null) form.set("year", year);
  form.set("file", new Blob([new Uint8Array(bytes)]), name);
  const headers = { authorization: `Bearer ${await test.tokenOf(as)}` };
  const url = `${test.url}/api/v1${AT}/batches`;
  const response = await fetch(url, { method: "POST", body: form, headers });
  const json: Answer["json"] = await response.json();
  return { status: response.status, json };
}

async function uploaded(...rows: string[][]): Promise<BatchJson> {
  const { status, json } = await upload(csv(...rows));
  expect(status).toBe(202);
  return json;
}

async function rowsOf({ id }: BatchJson, query = ""): Promise<ListRowJson[]> {
  const { json } = await test.api("get", `${AT}/batches/${id}/rows${query}`, { as: SCHOOL });
  return json.items;
}

const mend = ({ id, version }: BatchJson, rows: unknown[], as = SCHOOL) =>
  test.api("patch", `${AT}/batches/${id}/rows`, { as, body: { version, rows } });

async function file({ id }: BatchJson, key: string) {
  const body = { input: { batchId: id } };
  const checked = await test.api("post", `${AT}/check`, { as: SCHOOL, body });
  const { quoteHash = "" } = checked.json;
  return test.api("post", `${AT}/applications`, {
    as: SCHOOL,
    key,
    body: { ...body, quoteHash, evidence: [] },
  });
}

describe("a list from its file to its application (XPL-9)", () => {
  it("is checked, mended in place, and filed once", async () => {
    const batch = await uploaded(changed(GOOD, 4, "999"), GIRL);
    expect(batch).toMatchObject({
      state: "checked",
      totalRows: 2,
      doneRows: 2,
      faultRows: 1,
      ok: false,
    });
    const [faulty] = await rowsOf(batch, "?only=faults");
    expect(faulty).toMatchObject({ line: 2, faults: [{ column: "classCode", rule: "STE-4" }] });

    const early = await test.api("post", `${AT}/applications`, {
      as: SCHOOL,
      key: "list-filed-early",
      body: { input: { batchId: batch.id }, quoteHash: "", evidence: [] },
    });
    expect(early.status).toBe(422);
    expect(early.problem.findings?.some(({ claim }) => claim === "classIsKnown")).toBe(true);

    const mended = await mend(batch, [{ line: 2, cells: { classCode: "301" } }]);
    expect(mended.json.batch).toMatchObject({ faultRows: 0, ok: true, version: 2 });
    expect(mended.json.batch.quote.total.amountFen).toBe(58_000);

    const filed = await file(mended.json.batch, "list-filed-once");
    expect(filed.status).toBe(201);
    expect(filed.json).toMatchObject({ state: "done" });
    const students = await test.hall.db.studentEnrolment.findMany({
      where: { applicationNumber: filed.json.number },
    });
    expect(students.map(({ state }) => state)).toEqual(["payable", "payable"]);
    const again = await file(mended.json.batch, "list-filed-twice");
    expect(again.status).toBe(409);
    expect((await mend(mended.json.batch, [{ line: 2, cells: {} }])).status).toBe(409);
    const gone = await test.api("delete", `${AT}/batches/${batch.id}`, { as: SCHOOL });
    expect(gone.status).toBe(409);
    const anew = await uploaded(GOOD);
    expect((await rowsOf(anew))[0]?.faults).toMatchObject([{ claim: "notEnrolledForTheYear" }]);
  });

  it("is filed once by two who submit it at the same time", async () => {
    const batch = await uploaded(changed(changed(GOOD, 1, "320599201407309937"), 3, "2014-07-30"));
    const both = await Promise.all([file(batch, "list-race-one"), file(batch, "list-race-two")]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it("keeps the numbers of its rows encrypted", async () => {
    const number = "320599201502289911";
    const batch = await uploaded(changed(changed(GOOD, 1, number), 3, "2015-02-28"));
    const rows = await test.hall.db.listRow.findMany({ where: { batchId: batch.id } });
    expect(rows).toHaveLength(1);
    expect(
      JSON.stringify(rows.map(({ cipher }) => Buffer.from(cipher).toString("latin1"))),
    ).not.toContain(number);
  });
});

describe("duplicates within a list", () => {
  it("are both told, and both settled by mending or taking out one", async () => {
    const batch = await uploaded(OTHER, changed(OTHER, 1, "320599201408159942 "));
    expect(batch.faultRows).toBe(2);
    const out = await mend(batch, [{ line: 3, cells: {}, removed: true }]);
    expect(out.json.batch).toMatchObject({ faultRows: 0, removedRows: 1 });
    expect(out.json.rows.map(({ line }: ListRowJson) => line).sort()).toEqual([2, 3]);
    const back = await mend(out.json.batch, [{ line: 3, cells: {}, removed: false }]);
    expect(back.json.batch).toMatchObject({ faultRows: 2, removedRows: 0 });
    const other = { identityNumber: "320599201502289911", birthDate: "2015-02-28", sex: "男" };
    const apart = await mend(back.json.batch, [{ line: 3, cells: other }]);
    expect(apart.json.batch).toMatchObject({ faultRows: 0 });
  });

  it("may be blank together without being duplicates", async () => {
    const batch = await uploaded(changed(OTHER, 1, ""), changed(OTHER, 1, ""));
    const claims = (await rowsOf(batch)).flatMap(({ faults }) => faults.map(({ claim }) => claim));
    expect(new Set(claims)).toEqual(new Set(["fieldsAreComplete"]));
  });
});

describe("what can't be taken", () => {
  it.each([
    ["a formula", csv(changed(GOOD, 0, "=1+1")), "a.csv", 422, /^A2 单元格是公式/],
    ["a text named xlsx", csv(GOOD), "a.xlsx", 422, /不是 xlsx/],
    ["another head", Buffer.from("姓名,学号\n测,1"), "a.csv", 422, /缺少“证件号码”/],
    ["no rows", csv(), "a.csv", 422, /一行也没有/],
    ["more than 10 MB", Buffer.alloc(10 * 1024 * 1024 + 1, "a"), "a.csv", 413, /10MB/],
  ])("%s, and nothing stays", async (_, bytes, name, status, detail) => {
    const before = await test.hall.db.listBatch.count();
    const answer = await upload(bytes, name);
    expect(answer.status).toBe(status);
    expect(answer.json.detail).toMatch(detail);
    expect(await test.hall.db.listBatch.count()).toBe(before);
  });

  it.each([null, "", "abc", "1"])("a list without its year: %s", async (year) => {
    expect((await upload(csv(GOOD), "a.csv", SCHOOL, year)).status).toBe(400);
  });

  it("an employer's, refused by the rule before anything is read", async () => {
    const answer = await upload(csv(GOOD), "a.csv", "U0000006");
    expect(answer.status).toBe(422);
    expect(answer.json.findings[0].claim).toBe("unitCollectsForResidents");
  });

  it("what isn't a form", async () => {
    expect((await test.api("post", `${AT}/batches`, { as: SCHOOL, body: {} })).status).toBe(415);
  });
});

describe("another school", () => {
  it("finds nothing, changes nothing, files nothing", async () => {
    const { id, version } = await uploaded(OTHER);
    const as = "U0000005";
    const at = `${AT}/batches/${id}`;
    expect((await test.api("get", at, { as })).status).toBe(404);
    expect((await test.api("get", `${at}/rows`, { as })).status).toBe(404);
    expect((await test.api("get", `${at}/report`, { as })).status).toBe(404);
    expect((await test.api("delete", at, { as })).status).toBe(404);
    expect((await mend({ id, version } as BatchJson, [{ line: 2, cells: {} }], as)).status).toBe(
      404,
    );
    const check = await test.api("post", `${AT}/check`, { as, body: { input: { batchId: id } } });
    expect(check.status).toBe(404);
    expect((await test.api("get", at)).status).toBe(401);
    expect((await test.api("get", at, { as: "P0000001" })).status).toBe(403);
  });
});

describe("typed on the page", () => {
  const cells = Object.fromEntries(
    studentColumns.map(({ key }, index) => [key, OTHER[index] ?? ""]),
  );
  const type = (rows: unknown[], year: unknown = "2026") =>
    test.api("post", `${AT}/batches/typed`, { as: SCHOOL, body: { options: { year }, rows } });

  it("is checked at once", async () => {
    const { status, json } = await type([{ ...cells, sex: "男" }]);
    expect(status).toBe(202);
    expect(json).toMatchObject({ state: "checked", totalRows: 1, faultRows: 1 });
  });

  it.each([
    ["nothing", [{ name: " " }]],
    ["an unknown column", [{ ...cells, grade: "1" }]],
  ])("refuses %s", async (_, rows) => {
    expect((await type(rows)).status).toBe(400);
  });
});

describe("mending", () => {
  it("refuses a stale version, an unknown line, column or line twice", async () => {
    const batch = await uploaded(OTHER);
    const stale = await mend({ ...batch, version: 9 }, [{ line: 2, cells: {} }]);
    expect([stale.status, stale.problem.code]).toEqual([409, "stale-version"]);
    expect((await mend(batch, [{ line: 7, cells: {} }])).status).toBe(400);
    expect((await mend(batch, [{ line: 2, cells: { grade: "1" } }])).status).toBe(400);
    expect(
      (
        await mend(batch, [
          { line: 2, cells: {} },
          { line: 2, cells: {} },
        ])
      ).status,
    ).toBe(400);
  });

  it("of two at once lets one through", async () => {
    const batch = await uploaded(OTHER);
    const both = await Promise.all([
      mend(batch, [{ line: 2, cells: { name: "甲" } }]),
      mend(batch, [{ line: 2, cells: { name: "乙" } }]),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("workbooks (IMP-1, IMP-2)", () => {
  const bytesOf = async (path: string) => {
    const headers = { authorization: `Bearer ${await test.tokenOf(SCHOOL)}` };
    const response = await fetch(`${test.url}/api/v1${path}`, { headers });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  };

  it("go out as a template and come back; the report marks what is wrong", async () => {
    const { response, bytes } = await bytesOf(`${AT}/template`);
    expect(response.headers.get("content-disposition")).toContain("xlsx");
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(bytes as never);
    const list = workbook.worksheets[0];
    if (list) list.getRow(3).values = changed(OTHER, 6, "1");
    const filled = Buffer.from(await workbook.xlsx.writeBuffer());
    const { json } = await upload(filled, "名单.xlsx");
    expect(json).toMatchObject({
      state: "checked",
      totalRows: 1,
      faultRows: 1,
      fileName: "名单.xlsx",
    });
    const report = await bytesOf(`${AT}/batches/${json.id}/report?only=faults`);
    await workbook.xlsx.load(report.bytes as never);
    expect(workbook.worksheets[0]?.getCell("G2").fill).toMatchObject({
      fgColor: { argb: "FFFFC7CE" },
    });
    const audit = await test.hall.db.auditEvent.findFirst({ where: { reference: json.id } });
    expect(audit?.action).toBe("list.export");
  });

  it("of 20,000 rows show progress, are paged and can be filed (STE-7)", {
    timeout: 120_000,
  }, async () => {
    const rows = crowd(20_000).rows.map(({ line, cells }) => ({ line, cells, faults: [] }));
    const title = "名单";
    const bytes = await writeReport({ title, columns: studentColumns, maxRows: 20_000 }, rows);
    const began = performance.now();
    const { status, json } = await upload(bytes, "两万人.xlsx");
    expect([status, json.state, json.totalRows]).toEqual([202, "checking", 20_000]);
    const seen = new Set<number>();
    let batch: BatchJson = json;
    while (batch.state === "checking") {
      await new Promise((resume) => setTimeout(resume, 50));
      batch = (await test.api("get", `${AT}/batches/${json.id}`, { as: SCHOOL })).json;
      seen.add(batch.doneRows);
    }
    process.stdout.write(`20,000 rows taken in: ${Math.round(performance.now() - began)} ms\n`);
    expect(batch).toMatchObject({ state: "checked", doneRows: 20_000, faultRows: 0, ok: true });
    expect(seen.size).toBeGreaterThan(2);
    expect(batch.quote?.total?.amountFen).toBe(20_000 * 29_000);
    const filing = performance.now();
    const filed = await file(batch, "list-of-20000");
    process.stdout.write(`20,000 rows filed: ${Math.round(performance.now() - filing)} ms\n`);
    expect(filed.status).toBe(201);
    const count = { applicationNumber: filed.json.number };
    expect(await test.hall.db.studentEnrolment.count({ where: count })).toBe(20_000);
  });
});
