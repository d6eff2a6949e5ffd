import { day } from "../../dates.ts";
import type { Example, ExpectedEffect } from "../../examples/example.ts";
import { toShanghai } from "../../personas/remote-care.ts";
import { at, certificate, identity, inHainan, proof, referred, today } from "./example-facts.ts";
import type { RemoteCareInput } from "./input.ts";
import { refused } from "./refused-examples.ts";

const confirmed: readonly ExpectedEffect[] = [
  { kind: "remote-care.register" },
  { kind: "message.send", template: "remote-care-registered" },
];

const accepted: readonly Example<RemoteCareInput>[] = [
  {
    title: "退休后住在海南，今天起，到撤销为止",
    persona: "P5",
    at,
    input: inHainan,
    evidence: { ...identity, ...proof },
    accepted: [
      {
        kind: "remote-care.register",
        entries: [
          {
            number: "20260317000000019",
            identityNumber: "320599195705069953",
            kind: "relocated-retiree",
            region: "460000",
            place: "海南省三亚市吉阳区迎宾路 5 号 3 幢 201 室",
            from: today,
            until: null,
          },
        ],
      },
      {
        kind: "message.send",
        template: "remote-care-registered",
        values: {
          kind: "异地安置退休",
          place: "海南省",
          span: "自2026年3月17日起生效，到撤销为止",
          next: "请到中心二楼社会化服务科办理省标准卡。",
        },
      },
    ],
    shows: ["RCP-2", "RCP-3", "RCP-6"],
    edge: "startsOnFilingOrLater",
    journey: true,
  },
  {
    title: "在职，转往上海的医院，6个月后到期",
    persona: "P3",
    at,
    input: referred,
    evidence: { ...identity, ...certificate },
    accepted: [
      {
        kind: "remote-care.register",
        entries: [
          {
            number: "20260317000000019",
            identityNumber: "320599197809099961",
            kind: "referral",
            region: "310000",
            place: "复旦大学附属中山医院",
            from: today,
            until: day("2026-09-17"),
          },
        ],
      },
      { kind: "message.send", template: "remote-care-registered" },
    ],
    shows: ["RCP-7"],
    edge: "hospitalIsOfCityLevel",
    journey: true,
  },
  {
    title: "8月31日起的转诊，六个月后没有31日：2月最后一天到期",
    persona: "P3",
    at: "2026-08-31T10:00:00",
    input: { ...referred, from: day("2026-08-31") },
    accepted: [
      {
        kind: "remote-care.register",
        entries: [
          {
            number: "20260317000000019",
            identityNumber: "320599197809099961",
            kind: "referral",
            region: "310000",
            place: "复旦大学附属中山医院",
            from: day("2026-08-31"),
            until: day("2027-02-28"),
          },
        ],
      },
      { kind: "message.send" },
    ],
  },
  {
    title: "没有退休，长期住在昆山：大市以内，不用居住证明，也不用省标准卡",
    persona: "P3",
    at,
    input: {
      ...inHainan,
      kind: "long-term-resident",
      region: "320583",
      address: "昆山市前进路 1 号",
    },
    evidence: identity,
    accepted: [
      { kind: "remote-care.register" },
      {
        kind: "message.send",
        values: {
          kind: "异地长期居住",
          place: "江苏省苏州市昆山市",
          span: "自2026年3月17日起生效，到撤销为止",
          next: "",
        },
      },
    ],
    shows: ["RCP-3"],
  },
  {
    title: "开始日期在以后",
    persona: "P5",
    at,
    input: { ...inHainan, from: day("2026-04-01") },
    accepted: confirmed,
  },
  {
    title: "已有长期登记，再登记异地转诊",
    persona: "P5-registered",
    at,
    input: referred,
    accepted: confirmed,
  },
  {
    title: "原来的转诊昨天到期，今天可以再登记",
    persona: "P5",
    at,
    facts: () => ({
      remoteCare: [toShanghai("P0000005", day("2025-09-16"), day("2026-03-16"))],
    }),
    input: referred,
    accepted: confirmed,
    edge: "noneStandsBeside",
  },
  {
    title: "原来的长期登记今天撤销了",
    persona: "P5-registered",
    at,
    facts: ({ remoteCare }) => ({
      remoteCare: remoteCare.map((each) => ({ ...each, endedOn: today })),
    }),
    input: inHainan,
    accepted: confirmed,
  },
];

export const examples: readonly Example<RemoteCareInput>[] = [...accepted, ...refused];
