import { Temporal } from "temporal-polyfill";
import { day } from "../../dates.ts";
import type { QueryExample } from "../../examples/example.ts";
import type { ProgressQuery } from "./cases.ts";

const at = "2026-03-18T10:00:00";
const view = "cases";
const moment = (text: string) => Temporal.PlainDateTime.from(text);

export const examples: readonly QueryExample<ProgressQuery>[] = [
  {
    title: "机关参保人员看今年窗口受理的办件",
    persona: "P3",
    at,
    query: {},
    view,
    shown: {
      since: day("2026-01-01"),
      cases: [
        {
          channel: "counter",
          channelName: "综合窗口",
          matter: "机关事业单位养老保险关系转移接续",
          acceptedAt: moment("2026-03-12T14:20:00"),
          step: "材料审核",
          dueOn: day("2026-04-02"),
          workingDaysLeft: 11,
          dueNote: "承诺15个工作日",
          result: null,
        },
        {
          matter: "住院医疗费用零星报销",
          step: "办结",
          // The Spring Festival stands still, its make-up days are worked.
          dueOn: day("2026-03-12"),
          workingDaysLeft: null,
          result: "予以办理：已审核通过，报销款已转入市民卡账户。",
        },
      ],
    },
    shows: ["CPQ-1", "CPQ-2", "CPQ-3", "CPQ-5"],
    journey: true,
  },
  {
    title: "改选开始日期，看到去年17:00以后受理的一件",
    persona: "P3",
    at,
    query: { since: day("2025-11-12") },
    view,
    shown: {
      since: day("2025-11-12"),
      cases: [
        {},
        {},
        {
          acceptedAt: moment("2025-11-12T17:05:00"),
          dueOn: day("2025-11-27"),
          result: "不予办理：您以机关事业单位身份参保，不符合灵活就业补贴的条件。",
        },
      ],
    },
    shows: ["CPQ-2", "CPQ-3"],
    journey: true,
  },
  {
    title: "从第二天起就不包括了",
    persona: "P3",
    at,
    query: { since: day("2025-11-13") },
    view,
    shown: { cases: [{}, {}] },
  },
  {
    title: "网上提交的办件在同一处，注明渠道",
    persona: "P1",
    at,
    facts: () => ({
      onlineCases: [
        {
          number: "20260316000000010",
          service: "sealed-account-withdrawal",
          matter: "住房公积金封存提取",
          submittedAt: moment("2026-03-16T09:00:00"),
          state: "in-review",
          dueOn: day("2026-03-19"),
          isPaused: false,
        },
        {
          number: "20260310000000010",
          service: "sealed-account-withdrawal",
          matter: "住房公积金封存提取",
          submittedAt: moment("2026-03-10T09:00:00"),
          state: "more-needed",
          dueOn: day("2026-03-17"),
          isPaused: true,
        },
        {
          number: "20260302000000010",
          service: "flex-plan-change",
          matter: "灵活就业缴费基数档次变更",
          submittedAt: moment("2026-03-02T09:00:00"),
          state: "done",
          dueOn: null,
          isPaused: false,
        },
      ],
    }),
    query: {},
    view,
    shown: {
      cases: [
        { channelName: "网上办事大厅", step: "审核中", workingDaysLeft: 1, result: null },
        { step: "待补正", workingDaysLeft: null, dueNote: "等待补正，时限暂停计算" },
        { step: "已办结", dueOn: null, dueNote: "即时办理", result: "已办结" },
      ],
    },
    shows: ["CPQ-4"],
  },
  {
    title: "过了期限的办件写明晚了几个工作日",
    persona: "P3",
    at: "2026-04-08T10:00:00",
    facts: ({ counterCases }) => ({
      counterCases: counterCases.slice(0, 1).map((each) => ({ ...each, dueOn: day("2026-04-02") })),
    }),
    query: {},
    view,
    // 3 April, then Qingming until the 6th, 7 and 8 April.
    shown: { cases: [{ workingDaysLeft: -3 }] },
  },
  {
    title: "期限所在年度的日历没有公布：照样显示，日期以后补上",
    persona: "P3",
    at: "2026-12-30T10:00:00",
    query: {},
    view,
    shown: {
      cases: [
        {
          dueOn: null,
          workingDaysLeft: null,
          dueNote: "承诺15个工作日，所在年度的工作日历公布后即可算出日期",
        },
        {},
      ],
    },
    shows: ["CPQ-3"],
  },
  {
    title: "没有办件：显示为空，不是拒绝",
    persona: "P1",
    at,
    query: {},
    view,
    shown: { since: day("2026-01-01"), cases: [] },
    shows: ["CPQ-1"],
    journey: true,
  },
  {
    title: "开始日期是今天",
    persona: "P3",
    at,
    query: { since: day("2026-03-18") },
    edge: "startHasCome",
    view,
    shown: { cases: [] },
  },
  {
    title: "开始日期是明天",
    persona: "P3",
    at,
    query: { since: day("2026-03-19") },
    edge: "startHasCome",
    refusedBy: ["startHasCome"],
    journey: true,
  },
];
