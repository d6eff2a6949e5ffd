import { serviceName } from "@hall/domain/services";
import { wallClock } from "../clock.ts";
import type { Hall } from "../hall.ts";
import type { StreamedSheet } from "../lists/stream-workbook.ts";
import { type Sql, sql } from "../store/database.ts";
import type { Measured } from "./statistics.ts";

/** Read at a time: some hundred KB, whatever the whole comes to. */
const ROWS_AT_A_TIME = 1000;

/** The figures of the page, and each case behind them (REV-6). Nothing in it is about a person. */
export function sheetsOf(hall: Hall, measured: Measured, cases: Sql): readonly StreamedSheet[] {
  const { from, to, total, services, weeks, refusals } = measured;
  const span = `${from}至${to}`;
  return [
    sheet(
      "分事项",
      [["事项", 36], ...figureHeads],
      [
        ...services.map((row) => [row.serviceName, ...figures(row)]),
        [`合计（${span}）`, ...figures(total)],
      ],
    ),
    sheet(
      "分周",
      [["周（从星期一起）", 18], ...figureHeads],
      [...weeks.map((row) => [row.monday, ...figures(row)])],
    ),
    sheet(
      "不通过的理由",
      [
        ["理由", 48],
        ["事项", 36],
        ["件数", 8],
      ],
      [...refusals.map((row) => [row.reason, row.serviceName, row.cases])],
    ),
    { title: "办件", heads: caseHeads, lines: () => caseLines(hall, cases) },
  ];
}

type Head = readonly [title: string, width: number];
type Cell = string | number;

function sheet(
  title: string,
  heads: readonly Head[],
  rows: readonly (readonly Cell[])[],
): StreamedSheet {
  return {
    title,
    heads: heads.map(([head, width]) => ({ title: head, width })),
    async *lines() {
      yield* rows;
    },
  };
}

const figureHeads: readonly Head[] = [
  ["提交", 8],
  ["办结审核", 10],
  ["通过", 8],
  ["不通过", 8],
  ["按时率（%）", 12],
  ["中位时长（小时）", 18],
  ["最长（小时）", 14],
];

const figures = (row: Measured["total"]): readonly Cell[] => [
  row.submitted,
  row.decided,
  row.approved,
  row.refused,
  row.inTimePercent ?? "",
  row.medianHours ?? "",
  row.slowestHours ?? "",
];

const caseHeads = [
  { title: "办件编号", width: 22 },
  { title: "事项", width: 36 },
  { title: "提交时间", width: 18 },
  { title: "办理期限", width: 12 },
  { title: "审核时间", width: 18 },
  { title: "结论", width: 8 },
  { title: "按时", width: 6 },
  { title: "办理时长（小时）", width: 18 },
];

interface CaseRow {
  readonly number: string;
  readonly service: string;
  readonly due_on: Date | null;
  readonly submitted_at: Date;
  readonly decided_at: Date | null;
  readonly state: "approved" | "refused" | null;
  readonly in_time: boolean | null;
  readonly hours: number | null;
}

/** In the order of submission, by key: an offset would read all that was read before. */
async function* caseLines({ db }: Hall, cases: Sql): AsyncGenerator<readonly Cell[]> {
  let after: CaseRow | null = null;
  for (;;) {
    const rows: CaseRow[] = await db.$queryRaw<CaseRow[]>(sql`
      SELECT number, service, due_on, submitted_at, decided_at, state, decided <= due_on AS in_time,
             round(extract(epoch FROM decided_at - submitted_at - paused) / 3600, 1)::float8 AS hours
        FROM (${cases}) AS cases
       WHERE (submitted_at, number) > (${after?.submitted_at ?? new Date(0)}::timestamptz,
                                       ${after?.number ?? ""})
       ORDER BY submitted_at, number LIMIT ${ROWS_AT_A_TIME}`);
    for (const row of rows) yield caseLine(row);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) return;
    after = last;
  }
}

const conclusions = { approved: "通过", refused: "不通过" } as const;

const caseLine = (row: CaseRow): readonly Cell[] => [
  row.number,
  serviceName(row.service),
  momentText(row.submitted_at),
  row.due_on?.toISOString().slice(0, 10) ?? "",
  row.decided_at ? momentText(row.decided_at) : "",
  row.state ? conclusions[row.state] : "",
  row.in_time === null ? "" : row.in_time ? "是" : "否",
  row.hours ?? "",
];

const momentText = (at: Date): string =>
  wallClock(at).toString({ smallestUnit: "minute" }).replace("T", " ");
