import { unitCollectsForResidents } from "../../collecting-unit.ts";
import { addMonthsClamped, isAfter, isBefore } from "../../dates.ts";
import { dayFigure } from "../../figures.ts";
import { fails, handbook, holds, house, moot } from "../../findings.ts";
import { defineQueryOf } from "../../service.ts";
import { guide } from "./guide.ts";
import { type StudentSpan, scope } from "./scope.ts";

const source = handbook("居民医保参保学生信息查询");
const spanIsSensible = house("跨度太长的名单查出来也难以核对，分几次查更清楚");

const MOST_YEARS = 5;

export const studentQuery = defineQueryOf<StudentSpan>()({
  code: "student-query",
  number: 5,
  name: "居民医保参保学生信息查询",
  audience: "unit",
  menu: ["快捷服务", "居民医保信息采集", "零星个人参保信息查询"],
  guide,
  needs: ["unit", "school"],
  standing: {
    unitCollectsForResidents: unitCollectsForResidents("STQ-1", source, "查询学生参保信息"),
  },
  asked: {
    endIsNotBeforeStart: {
      code: "STQ-3",
      words: "结束日期不早于开始日期",
      citation: house("日期倒过来的时段里一天也没有，多半是填反了"),
      boundary: "开始日期当天",
      judge: ({ query: { start, end } }) => {
        if (!isBefore(end, start)) return holds();
        return fails({
          message: "结束日期早于开始日期，请重新选择。",
          figures: [dayFigure("开始日期", start, "required"), dayFigure("结束日期", end, "actual")],
          remedy: { text: "请把两个日期对调，或者重新选择。" },
          at: "/end",
        });
      },
    },
    spanIsWithinFiveYears: {
      code: "STQ-3",
      words: "一次查询的时间跨度不超过5年",
      citation: spanIsSensible,
      boundary: "开始日期满5年的那一天",
      judge: ({ query: { start, end } }) => {
        if (isBefore(end, start)) return moot();
        const last = addMonthsClamped(start, MOST_YEARS * 12);
        if (!isAfter(end, last)) return holds(dayFigure("结束日期", end, "actual"));
        return fails({
          message: "查询的时间跨度超过5年。",
          figures: [
            dayFigure("结束日期最晚", last, "required"),
            dayFigure("结束日期", end, "actual"),
          ],
          remedy: { text: "请缩短时间，分几次查询。" },
          at: "/end",
        });
      },
    },
  },
  provisions: {
    ownStudentsByDay: {
      code: "STQ-1",
      words: "只查本单位登记的参保学生；按登记日期选择起止时间，查看新增明细或者登记汇总",
      citation: source,
    },
    exportedOrPrinted: {
      code: "STQ-2",
      words: "查询结果可以导出为 xlsx 或 csv，也可以打印",
      citation: source,
    },
    fullNumbersOnlyInExport: {
      code: "STQ-3",
      words:
        "页面上的证件号码部分隐藏，导出的文件里是完整号码且包含全部查询结果，每次导出都有审计记录",
      citation: house("号码只在单位确实要用时给全，给过都能查到"),
    },
  },
  defaults: ({ today }) =>
    ({ start: today.with({ month: 1, day: 1 }), end: today }) satisfies StudentSpan,
  views: { scope },
});
