import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  accountNumber: z
    .string("请选择要转入的账户")
    .trim()
    .min(1, "请选择要转入的账户")
    .max(40, "请从列出的账户里选择")
    .meta({ example: "NJ0000003" }),
});

const steps: readonly FormStep[] = [
  {
    title: "核对信息，选择账户",
    intro: "请核对本人信息和园区账户，再选择要转入的账户。",
    fields: [
      {
        kind: "choice",
        name: "accountNumber",
        label: "从哪个账户转入",
        help: "列出的是全国平台登记的大市外账户。",
        required: true,
      },
    ],
  },
];

export const agencyHousingTransferInContract = { kind: "application", input, steps } as const;
