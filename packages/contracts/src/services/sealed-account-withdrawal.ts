import { declaration } from "@hall/domain/services/sealed-account-withdrawal/input";
import { z } from "zod";
import type { FormStep } from "../fields.ts";

const input = z.strictObject({
  householdRegion: z
    .string("请选择户籍所在地")
    .regex(/^\d{6}$/, "请选择户籍所在地")
    .meta({ example: "340000" }),
  householdAddress: z
    .string("请填写户籍地址")
    .trim()
    .min(1, "请填写户籍地址")
    .max(120, "户籍地址不超过120个字"),
  payee: z.enum(["citizen-card", "bound-card"], "请选择提取方式"),
  declarationAccepted: z.boolean("请阅读职工声明并选择是否同意"),
});

const steps: readonly FormStep[] = [
  {
    title: "核对信息",
    intro: "请核对基本信息、账户余额和收款账户，没有问题的点“下一步”。",
    fields: [],
  },
  {
    title: "职工声明",
    fields: [
      {
        kind: "consent",
        name: "declarationAccepted",
        label: "本人已阅读并同意以上声明",
        declaration,
        required: true,
      },
    ],
  },
  {
    title: "户籍地址",
    intro: "已按中心的登记填好，有变动的请改正。",
    fields: [
      { kind: "region", name: "householdRegion", label: "户籍所在地", required: true },
      {
        kind: "text",
        name: "householdAddress",
        label: "户籍地址",
        help: "按户口簿填写到门牌号。",
        maxLength: 120,
        required: true,
      },
    ],
  },
  {
    title: "提取方式",
    fields: [
      {
        kind: "choice",
        name: "payee",
        label: "提取的钱汇到哪里",
        help: "只能汇到本人在中心登记的账户。",
        required: true,
      },
    ],
  },
];

export const sealedAccountWithdrawalContract = { kind: "application", input, steps } as const;
