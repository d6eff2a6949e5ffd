import type { Example } from "../../examples/example.ts";
import { at, inChengdu, issued } from "./example-facts.ts";
import type { LoanCertificateInput } from "./input.ts";

/** Where the home is, and how the fund centre there is written. */
export const placeExamples: readonly Example<LoanCertificateInput>[] = [
  {
    title: "在无锡购房",
    persona: "P2",
    at,
    input: {
      ...inChengdu,
      region: "320200",
      city: "无锡市",
      centreName: "无锡市住房公积金管理中心",
    },
    accepted: issued,
  },
  ...["320571", "320500", "320583"].map((region) => ({
    title: `在苏州大市以内购房（${region}）`,
    persona: "P2" as const,
    at,
    input: { ...inChengdu, region },
    refusedBy: ["homeIsOutsideGreaterSuzhou"],
    shows: ["RLC-1" as const],
  })),
  {
    title: "选的是江苏省，写的是昆山市",
    persona: "P2",
    at,
    input: { ...inChengdu, region: "320200", city: "昆山市" },
    refusedBy: ["homeIsOutsideGreaterSuzhou"],
  },
  {
    title: "只选到江苏省",
    persona: "P2",
    at,
    input: { ...inChengdu, region: "320000" },
    refusedBy: ["homeIsOutsideGreaterSuzhou"],
  },
  {
    title: "没有这个地区",
    persona: "P2",
    at,
    input: { ...inChengdu, region: "990000" },
    refusedBy: ["homeIsOutsideGreaterSuzhou"],
  },
  {
    title: "中心名称是简称",
    persona: "P2",
    at,
    input: { ...inChengdu, centreName: "成都公积金" },
    refusedBy: ["centreIsNamedInFull"],
    journey: true,
  },
  {
    title: "中心在苏州大市以内",
    persona: "P2",
    at,
    input: { ...inChengdu, centreName: "苏州市住房公积金管理中心昆山分中心" },
    refusedBy: ["centreIsNamedInFull"],
  },
  {
    title: "电话拨不通",
    persona: "P2",
    at,
    input: { ...inChengdu, contactPhone: "12345678" },
    refusedBy: ["centreCanBeReached"],
  },
];
