import { day } from "../../dates.ts";
import { MB } from "../../evidence.ts";
import type { Example } from "../../examples/example.ts";
import { toShanghai } from "../../personas/remote-care.ts";
import { regionName, regionOf } from "../../region-codes.ts";
import { at, identity, inHainan, referred, today } from "./example-facts.ts";
import type { RemoteCareInput } from "./input.ts";

export const refused: readonly Example<RemoteCareInput>[] = [
  {
    title: "住在海南，一份材料也没有上传",
    persona: "P5",
    at,
    input: inHainan,
    evidence: {},
    refusedBy: ["identity-front/count", "identity-back/count", "residence-proof/count"],
  },
  {
    title: "住在无锡，大市以外，没有居住证明",
    persona: "P5",
    at,
    input: { ...inHainan, region: "320200" },
    evidence: identity,
    refusedBy: ["residence-proof/count"],
  },
  {
    title: "居住证明是 PDF，不是原件的图片",
    persona: "P5",
    at,
    input: inHainan,
    evidence: { ...identity, "residence-proof": [{ kind: "pdf", sizeBytes: MB, pages: 1 }] },
    refusedBy: ["residence-proof/kind"],
  },
  {
    title: "异地转诊没有转诊证明",
    persona: "P3",
    at,
    input: referred,
    evidence: identity,
    refusedBy: ["referral-certificate/count"],
  },
  {
    title: "开始日期是昨天",
    persona: "P5",
    at,
    input: { ...inHainan, from: day("2026-03-16") },
    refusedBy: ["startsOnFilingOrLater"],
    edge: "startsOnFilingOrLater",
  },
  {
    title: "县级医院的转诊",
    persona: "P3",
    at,
    input: { ...referred, hospitalLevel: "county" },
    refusedBy: ["hospitalIsOfCityLevel"],
    edge: "hospitalIsOfCityLevel",
    journey: true,
  },
  {
    title: "原来的转诊今天到期，今天还有效",
    persona: "P5",
    at,
    facts: () => ({ remoteCare: [toShanghai("P0000005", day("2025-09-17"), today)] }),
    input: referred,
    refusedBy: ["noneStandsBeside"],
    edge: "noneStandsBeside",
  },
  {
    title: "已有长期登记，再登记一个长期的",
    persona: "P5-registered",
    at,
    input: { ...inHainan, kind: "long-term-resident" },
    refusedBy: ["noneStandsBeside"],
    journey: true,
  },
  {
    title: "长期登记和异地转诊都有效",
    persona: "P5-both",
    at,
    input: inHainan,
    refusedBy: ["somethingIsFree", "noneStandsBeside"],
    journey: true,
  },
  {
    title: "没有退休，按异地安置退休登记",
    persona: "P3",
    at,
    input: inHainan,
    refusedBy: ["retireeIsRetired"],
    journey: true,
  },
  {
    title: "已停保",
    persona: "P6",
    at,
    input: { ...inHainan, kind: "long-term-resident" },
    refusedBy: ["isInsured"],
    journey: true,
  },
  ...["320571", "320508", "320509"].map((region) => ({
    title: `就医地在苏州市区（${regionName(regionOf(region))}）`,
    persona: "P5" as const,
    at,
    input: { ...inHainan, region },
    refusedBy: ["destinationIsOutsideUrbanSuzhou"],
  })),
  ...["320500", "320000", "990000"].map((region) => ({
    title: `就医地没有选到能看出来的那一级（${regionName(regionOf(region)) ?? "没有这个区划"}）`,
    persona: "P5" as const,
    at,
    input: { ...inHainan, region },
    refusedBy: ["destinationIsOutsideUrbanSuzhou"],
  })),
  {
    title: "没有写居住地址",
    persona: "P5",
    at,
    input: { ...inHainan, address: " " },
    refusedBy: ["residenceIsNamed"],
  },
  {
    title: "转诊没有写诊断和转往医院",
    persona: "P3",
    at,
    input: { ...referred, diagnosis: undefined, destinationHospital: "" },
    refusedBy: ["referralIsDescribed"],
  },
];
