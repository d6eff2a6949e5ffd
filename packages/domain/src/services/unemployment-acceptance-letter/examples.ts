import { day, month } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import { conditionExamples } from "./condition-examples.ts";
import {
  at,
  fromChengdu,
  issued,
  leftOn,
  letters,
  withLastEmployerFrom,
  withRelation,
  withSeparation,
} from "./example-facts.ts";
import type { AcceptanceLetterInput } from "./input.ts";

const relations: readonly Example<AcceptanceLetterInput>[] = [
  {
    title: "离职1个月，接收成都的失业保险关系",
    persona: "P7",
    at,
    input: fromChengdu,
    accepted: [
      { kind: "document.issue", slot: "letter" },
      {
        kind: "message.send",
        values: {
          paper: "失业保险关系接收函",
          next: "请交给成都市失业保险经办机构办理转出，再把转移凭证带回园区",
        },
      },
    ],
    shows: ["UAL-2", "UAL-4", "UAL-7"],
    journey: true,
  },
  {
    title: "接收南京未领完的待遇",
    persona: "P7",
    at,
    facts: withRelation({ kind: "benefit", agency: "南京市失业保险经办机构", region: "320100" }),
    input: fromChengdu,
    accepted: issued,
    shows: ["UAL-6"],
  },
  {
    title: "两地都有，选其中一地",
    persona: "P7-benefit",
    at,
    input: { relation: "SY0000138" },
    accepted: issued,
    shows: ["UAL-2", "UAL-6"],
    journey: true,
  },
  {
    title: "没有在园区缴过失业保险",
    persona: "P1",
    at,
    input: fromChengdu,
    refusedBy: [
      "lastInsuredInThePark",
      "somethingToBring",
      "employmentHasEnded",
      "agencyCanBeLeft",
    ],
    journey: true,
  },
  {
    title: "离开园区后又在成都参保：成都是最后参保地",
    persona: "P7",
    at,
    facts: withRelation({ to: month("2026-03") }),
    input: fromChengdu,
    refusedBy: ["lastInsuredInThePark"],
    shows: ["UAL-1"],
  },
  {
    title: "离开园区后在合肥就业",
    persona: "P7",
    at,
    facts: () => ({
      elsewhere: [
        { kind: "employment", place: "合肥市", inGreaterSuzhou: false, since: day("2026-03-02") },
      ],
    }),
    input: fromChengdu,
    refusedBy: ["lastInsuredInThePark"],
  },
  {
    title: "区外的关系已经转移",
    persona: "P7",
    at,
    facts: withRelation({ transferredOn: day("2026-03-10") }),
    input: fromChengdu,
    refusedBy: ["somethingToBring", "agencyCanBeLeft"],
  },
  {
    title: "选的机构不是本人的",
    persona: "P7",
    at,
    input: { relation: "SY0000132" },
    refusedBy: ["agencyCanBeLeft"],
  },
];

const counter: readonly Example<AcceptanceLetterInput>[] = [
  {
    title: "最后一家单位正好缴满4个月",
    persona: "P7",
    at,
    facts: withLastEmployerFrom("2025-11"),
    input: fromChengdu,
    accepted: issued,
    edge: "fourMonthsWithLastEmployer",
  },
  {
    title: "最后一家单位只缴了3个月：到柜面",
    persona: "P7-short-last-job",
    at,
    input: { relation: "SY0000133" },
    refusedBy: ["fourMonthsWithLastEmployer"],
    edge: "fourMonthsWithLastEmployer",
    journey: true,
  },
  {
    title: "离职正好满2个月的当天",
    persona: "P7",
    at: "2026-03-18T23:59:59",
    facts: leftOn("2026-01-18"),
    input: fromChengdu,
    accepted: issued,
    edge: "soonAfterLeaving",
  },
  {
    title: "离职满2个月的第二天：到柜面",
    persona: "P7",
    at: "2026-03-19T00:00:00",
    facts: leftOn("2026-01-18"),
    input: fromChengdu,
    refusedBy: ["soonAfterLeaving"],
    edge: "soonAfterLeaving",
  },
  {
    title: "12月31日离职，2月28日还可以",
    persona: "P7",
    at: "2026-02-28T10:00:00",
    facts: leftOn("2025-12-31"),
    input: fromChengdu,
    accepted: issued,
    edge: "soonAfterLeaving",
  },
  {
    title: "12月31日离职，3月1日：到柜面",
    persona: "P7",
    at: "2026-03-01T10:00:00",
    facts: leftOn("2025-12-31"),
    input: fromChengdu,
    refusedBy: ["soonAfterLeaving"],
    edge: "soonAfterLeaving",
  },
  {
    title: "离职已经3个月：到柜面",
    persona: "P7-left-3-months",
    at,
    input: { relation: "SY0000132" },
    refusedBy: ["soonAfterLeaving"],
    journey: true,
  },
  {
    title: "报送离职的单位不是最后缴费的单位：到柜面",
    persona: "P7",
    at,
    facts: withSeparation({ employer: "测试精密" }),
    input: fromChengdu,
    refusedBy: ["recordsAgree"],
  },
  {
    title: "离职以后还在缴费：到柜面",
    persona: "P7",
    at,
    facts: withSeparation({ leftOn: day("2026-01-31") }),
    input: fromChengdu,
    refusedBy: ["recordsAgree"],
  },
];

const limit: readonly Example<AcceptanceLetterInput>[] = [
  {
    title: "当天第五份",
    persona: "P7",
    at,
    facts: letters(4),
    input: fromChengdu,
    accepted: issued,
    edge: "underTheDailyLimit",
  },
  {
    title: "当天第六份：明天起可以",
    persona: "P7",
    at: "2026-03-18T23:59:59",
    facts: letters(5),
    input: fromChengdu,
    refusedBy: ["underTheDailyLimit"],
    edge: "underTheDailyLimit",
  },
  {
    title: "昨天开了五份，今天零点起又可以",
    persona: "P7",
    at: "2026-03-19T00:00:00",
    facts: letters(5),
    input: fromChengdu,
    accepted: issued,
    edge: "underTheDailyLimit",
  },
];

export const examples: readonly Example<AcceptanceLetterInput>[] = [
  ...relations,
  ...conditionExamples,
  ...counter,
  ...limit,
];
