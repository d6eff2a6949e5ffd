import { month } from "../../dates.ts";
import type { Example } from "../../examples/example.ts";
import type { FlexPlan } from "../../facts.ts";
import type { FlexPlanChangeInput } from "./quote.ts";

const pending = (effectiveMonth: string): FlexPlan => ({
  effectiveMonth: month(effectiveMonth),
  packageCode: "pension-medical",
  tierCode: "t4",
  applicationNumber: "20260310123456781",
  voucherNumber: "BJ-2026-0001",
});

export const examples: readonly Example<FlexPlanChangeInput>[] = [
  {
    title: "扣款日前一天最后一秒换档，当月生效",
    persona: "P1",
    at: "2026-03-17T23:59:59",
    input: { packageCode: "pension-medical", tierCode: "t3" },
    accepted: [
      { kind: "plan.change", effectiveMonth: month("2026-03"), tierCode: "t3" },
      { kind: "document.issue", slot: "voucher" },
      { kind: "message.send", template: "plan-changed" },
    ],
    shows: ["FPC-5", "FPC-6", "FPC-8"],
    journey: true,
  },
  {
    title: "扣款日零点起换档，次月生效",
    persona: "P1",
    at: "2026-03-18T00:00:00",
    input: { packageCode: "pension-medical", tierCode: "t3" },
    accepted: [
      { kind: "plan.change", effectiveMonth: month("2026-04") },
      { kind: "document.issue" },
      { kind: "message.send" },
    ],
    shows: ["FPC-6"],
    journey: true,
  },
  {
    title: "换套餐再选档次",
    persona: "P1",
    at: "2026-03-02T09:00:00",
    input: { packageCode: "medical", tierCode: "t1" },
    accepted: [
      { kind: "plan.change", packageCode: "medical", tierCode: "t1" },
      { kind: "document.issue" },
      { kind: "message.send" },
    ],
    shows: ["FPC-2"],
  },
  {
    title: "同一生效月份第二次变更，取代前一次，前一张凭证作废",
    persona: "P1",
    at: "2026-03-20T10:00:00",
    facts: ({ flexPlans }) => ({ flexPlans: [...flexPlans, pending("2026-04")] }),
    input: { packageCode: "pension-medical", tierCode: "t5" },
    accepted: [
      { kind: "plan.change", effectiveMonth: month("2026-04"), tierCode: "t5" },
      { kind: "document.issue" },
      { kind: "document.supersede", number: "BJ-2026-0001", by: "voucher" },
      { kind: "message.send" },
    ],
    shows: ["FPC-7"],
  },
  {
    title: "已暂停缴费",
    persona: "P1-suspended",
    at: "2026-03-17T10:00:00",
    input: { packageCode: "pension-medical", tierCode: "t3" },
    refusedBy: ["paysNormallyAsFlexible"],
    journey: true,
  },
  {
    title: "套餐和档次都没有变",
    persona: "P1",
    at: "2026-03-17T10:00:00",
    input: { packageCode: "pension-medical", tierCode: "t2" },
    refusedBy: ["somethingChanges"],
    journey: true,
  },
  {
    title: "改回现行方案，而次月已定另一方案：是变更",
    persona: "P1",
    at: "2026-03-20T10:00:00",
    facts: ({ flexPlans }) => ({ flexPlans: [...flexPlans, pending("2026-04")] }),
    input: { packageCode: "pension-medical", tierCode: "t2" },
    accepted: [
      { kind: "plan.change", tierCode: "t2" },
      { kind: "document.issue" },
      { kind: "document.supersede" },
      { kind: "message.send" },
    ],
  },
  {
    title: "档次不属于所选套餐",
    persona: "P1",
    at: "2026-03-17T10:00:00",
    input: { packageCode: "medical", tierCode: "t8" },
    refusedBy: ["tierBelongsToPackage"],
  },
  {
    title: "没有这个套餐",
    persona: "P1",
    at: "2026-03-17T10:00:00",
    input: { packageCode: "gold", tierCode: "t1" },
    refusedBy: ["tierBelongsToPackage"],
  },
];
