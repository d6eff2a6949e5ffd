import { day } from "../../dates.ts";
import type { QueryExample } from "../../examples/example.ts";
import type { StudentSpan } from "./scope.ts";

const at = "2026-03-18T10:00:00";
const view = "scope";
const span = (start: string, end: string): StudentSpan => ({ start: day(start), end: day(end) });

export const examples: readonly QueryExample<StudentSpan>[] = [
  {
    title: "学校查今年登记的学生，可导出四种文件",
    persona: "U0000004",
    at,
    query: span("2026-01-01", "2026-03-18"),
    view,
    shown: {
      unitName: "测试小学",
      start: day("2026-01-01"),
      end: day("2026-03-18"),
      exports: [
        { listing: "students", format: "xlsx" },
        {
          listing: "students",
          format: "csv",
          fileName: "测试小学新增学生明细20260101-20260318.csv",
        },
        { listing: "summary", format: "xlsx", fileName: "测试小学登记汇总20260101-20260318.xlsx" },
        { listing: "summary", format: "csv" },
      ],
      identityNumbers: { screen: "masked", export: "full" },
    },
    shows: ["STQ-1", "STQ-2", "STQ-3"],
    journey: true,
  },
  {
    title: "另一所学校查到的是它自己的学生",
    persona: "U0000005",
    at,
    query: span("2026-01-01", "2026-03-18"),
    view,
    shown: { unitName: "测试第二小学" },
    shows: ["STQ-1"],
  },
  {
    title: "开始和结束是同一天",
    persona: "U0000004",
    at,
    query: span("2026-01-05", "2026-01-05"),
    edge: "endIsNotBeforeStart",
    view,
    shown: { start: day("2026-01-05"), end: day("2026-01-05") },
  },
  {
    title: "结束早一天",
    persona: "U0000004",
    at,
    query: span("2026-01-05", "2026-01-04"),
    edge: "endIsNotBeforeStart",
    refusedBy: ["endIsNotBeforeStart"],
    journey: true,
  },
  {
    title: "跨度正好5年",
    persona: "U0000004",
    at,
    query: span("2021-03-18", "2026-03-18"),
    edge: "spanIsWithinFiveYears",
    view,
    shown: { start: day("2021-03-18") },
  },
  {
    title: "跨度5年零一天",
    persona: "U0000004",
    at,
    query: span("2021-03-17", "2026-03-18"),
    edge: "spanIsWithinFiveYears",
    refusedBy: ["spanIsWithinFiveYears"],
    journey: true,
  },
  {
    title: "2月29日起满5年是2月28日",
    persona: "U0000004",
    at,
    query: span("2020-02-29", "2025-02-28"),
    edge: "spanIsWithinFiveYears",
    view,
    shown: { end: day("2025-02-28") },
  },
  {
    title: "2月29日起到五年后的3月1日",
    persona: "U0000004",
    at,
    query: span("2020-02-29", "2025-03-01"),
    edge: "spanIsWithinFiveYears",
    refusedBy: ["spanIsWithinFiveYears"],
  },
  {
    title: "没有代办资格的用人单位",
    persona: "U0000006",
    at,
    query: span("2026-01-01", "2026-03-18"),
    refusedBy: ["unitCollectsForResidents"],
  },
  {
    title: "没有代办资格，日期也反了：两个原因都说",
    persona: "U0000006",
    at,
    query: span("2026-03-18", "2026-01-01"),
    refusedBy: ["unitCollectsForResidents", "endIsNotBeforeStart"],
  },
];
