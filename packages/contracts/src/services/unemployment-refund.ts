import { declaration } from "@hall/domain/services/unemployment-refund/input";
import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  detailsConfirmed: z.boolean("请核对退支明细并选择是否同意"),
});

const steps: readonly FormStep[] = [
  {
    title: "核对信息和退支明细",
    intro: "请核对本人信息，以及每个月应退多少、因为什么要退。",
    fields: [
      {
        kind: "consent",
        name: "detailsConfirmed",
        label: "本人已核对，同意按明细退支",
        declaration,
        required: true,
      },
    ],
  },
];

export const unemploymentRefundContract = { kind: "application", input, steps } as const;
