import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  packageCode: z.string("请选择缴费套餐").min(1, "请选择缴费套餐").max(60, "请从列出的套餐里选择"),
  tierCode: z.string("请选择缴费档次").min(1, "请选择缴费档次").max(60, "请从列出的档次里选择"),
});

const steps: readonly FormStep[] = [
  {
    title: "选择套餐和档次",
    intro: "可以先换套餐再选档次，也可以套餐不变只换档次。",
    fields: [
      { kind: "choice", name: "packageCode", label: "缴费套餐", required: true },
      {
        kind: "choice",
        name: "tierCode",
        label: "缴费档次",
        help: "档次决定缴费基数，基数乘以费率就是每月应缴金额。",
        required: true,
      },
    ],
  },
];

export const flexPlanChangeContract = { kind: "application", input, steps } as const;
