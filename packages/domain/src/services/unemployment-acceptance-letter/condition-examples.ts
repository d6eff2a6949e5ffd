import { day, month } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import { at, fromChengdu, issued, paidFrom, withPerson, withSeparation } from "./example-facts.ts";
import type { AcceptanceLetterInput } from "./input.ts";

/** The conditions for drawing the benefit in the park. */
export const conditionExamples: readonly Example<AcceptanceLetterInput>[] = [
  {
    title: "还在园区就业",
    persona: "P2",
    at,
    facts: () => ({
      separation: null,
      unemploymentElsewhere: [
        {
          number: "SY0000007",
          agency: "成都市失业保险经办机构",
          region: "510000",
          kind: "relation",
          from: month("2019-03"),
          to: month("2022-04"),
          months: 38,
          transferredOn: null,
        },
      ],
    }),
    input: fromChengdu,
    refusedBy: ["employmentHasEnded"],
  },
  {
    title: "单位没有报送离职：到柜面",
    persona: "P7",
    at,
    facts: () => ({ separation: null }),
    input: fromChengdu,
    refusedBy: ["employmentHasEnded"],
  },
  {
    title: "正好缴满12个月",
    persona: "P7",
    at,
    facts: paidFrom("2025-03"),
    input: fromChengdu,
    accepted: issued,
    edge: "oneYearPaid",
  },
  {
    title: "只缴了11个月",
    persona: "P7",
    at,
    facts: paidFrom("2025-04"),
    input: fromChengdu,
    refusedBy: ["oneYearPaid"],
    edge: "oneYearPaid",
  },
  {
    title: "本人提出离职",
    persona: "P7-own-will",
    at,
    input: { relation: "SY0000135" },
    refusedBy: ["leftNotByOwnWill"],
    journey: true,
  },
  {
    title: "单位提出、协商一致解除",
    persona: "P7",
    at,
    facts: withSeparation({ reason: "agreed" }),
    input: fromChengdu,
    accepted: issued,
  },
  {
    title: "没有办理失业登记",
    persona: "P7-not-registered",
    at,
    input: { relation: "SY0000134" },
    refusedBy: ["isRegisteredUnemployed"],
    journey: true,
  },
  {
    // Men born in December 1965 retire at 60 years and 3 months.
    title: "明天到法定退休年龄",
    persona: "P7",
    at,
    facts: withPerson({ birthDate: day("1965-12-19") }),
    input: fromChengdu,
    accepted: issued,
    edge: "isNotRetired",
  },
  {
    title: "今天到法定退休年龄",
    persona: "P7",
    at,
    facts: withPerson({ birthDate: day("1965-12-18") }),
    input: fromChengdu,
    refusedBy: ["isNotRetired"],
    edge: "isNotRetired",
  },
  {
    title: "已经退休",
    persona: "P7",
    at,
    facts: withPerson({ status: "retired" }),
    input: fromChengdu,
    refusedBy: ["isNotRetired"],
  },
];
