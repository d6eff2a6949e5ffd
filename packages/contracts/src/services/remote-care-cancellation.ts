import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  target: z
    .string("请选择要撤销的登记或申请")
    .trim()
    .min(1, "请选择要撤销的登记或申请")
    .max(40, "请从列出的里面选择")
    .meta({ example: "20260317000000019" }),
});

const steps: readonly FormStep[] = [
  {
    title: "选择要撤销的登记",
    intro: "请看清撤销的是哪一个登记或申请。撤销从今天起生效。",
    fields: [{ kind: "choice", name: "target", label: "撤销哪一个", required: true }],
  },
];

export const remoteCareCancellationContract = { kind: "application", input, steps } as const;
