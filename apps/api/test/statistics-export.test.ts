import exceljs from "exceljs";
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

interface Figures {
  readonly serviceName?: string;
  readonly monday?: string;
  readonly submitted: number;
  readonly decided: number;
  readonly approved: number;
  readonly refused: number;
  readonly inTimePercent: number | null;
  readonly medianHours: number | null;
  readonly slowestHours: number | null;
}

interface Refusals {
  readonly reason: string;
  readonly serviceName: string;
  readonly cases: number;
}

const AT = "/backoffice/statistics/workbook";

describe("figures as a workbook (REV-6)", () => {
  it("hold what the page shows and each case, with nobody's name, and the export is logged", async () => {
    const approved = await walk.approved("P0000109");
    const open = await walk.submit("P0000012");
    const refused = await walk.submit("P0000103");
    await walk.claim(refused);
    await walk.decide(refused, { kind: "refuse", reasons: [], words: "材料与登记不一致。" });
    const { status, json, headers } = await walk.get(AT, "auditor1");
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toContain("xlsx");
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(json);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      "分事项",
      "分周",
      "不通过的理由",
      "办件",
    ]);
    const rowsOf = (name: string) => {
      const rows: unknown[][] = [];
      workbook.getWorksheet(name)?.eachRow((row) => {
        rows.push((row.values as unknown[]).slice(1));
      });
      return rows;
    };
    const shown = (await walk.get("/backoffice/statistics", "auditor1")).json;
    const figures = (row: Figures) => [
      row.submitted,
      row.decided,
      row.approved,
      row.refused,
      row.inTimePercent ?? "",
      row.medianHours ?? "",
      row.slowestHours ?? "",
    ];
    expect(rowsOf("分事项").slice(1)).toEqual([
      ...shown.services.map((row: Figures) => [row.serviceName, ...figures(row)]),
      [`合计（${shown.from}至${shown.to}）`, ...figures(shown.total)],
    ]);
    expect(rowsOf("分周").slice(1)).toEqual(
      shown.weeks.map((row: Figures) => [row.monday, ...figures(row)]),
    );
    expect(rowsOf("不通过的理由").slice(1)).toEqual(
      shown.refusals.map(({ reason, serviceName, cases: count }: Refusals) => [
        reason,
        serviceName,
        count,
      ]),
    );
    expect(shown.refusals).not.toHaveLength(0);
    const cases = rowsOf("办件");
    expect(cases).toHaveLength(1 + shown.total.submitted);
    expect(cases.find(([number]) => number === approved)?.slice(5, 7)).toEqual(["通过", "是"]);
    expect(cases.find(([number]) => number === open)?.[5] ?? "").toBe("");
    expect(JSON.stringify(cases)).not.toContain("测离");
    const logged = await test.hall.db.auditEvent.findFirstOrThrow({
      where: { action: "report.export" },
    });
    expect(logged.detail).toMatchObject({ what: "statistics", cases: shown.total.submitted });
  });

  it("are for those who see them on the page, and for a period that can be", async () => {
    expect((await walk.get(AT, "finance1")).status).toBe(403);
    expect((await walk.get(`${AT}?from=2026-03-18&to=2026-03-17`, "admin1")).status).toBe(400);
  });
});
