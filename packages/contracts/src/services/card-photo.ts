import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  mobile: z
    .string("请填写手机号码")
    .trim()
    .min(1, "请填写手机号码")
    .max(20, "手机号码不超过20个字符")
    .meta({ example: "13800000014" }),
});

const steps: readonly FormStep[] = [
  {
    title: "核对信息",
    intro: "请核对基本信息，没有问题的填写手机号码。有误的请先到中心柜面更正。",
    fields: [
      {
        kind: "mobile",
        name: "mobile",
        label: "本人手机号码",
        help: "预审结果发短信到这个号码。",
        required: true,
      },
    ],
  },
];

export const cardPhotoContract = { kind: "application", input, steps } as const;
