import { z } from "zod";
import type { FormStep } from "../fields.ts";

/** What is typed goes on a paper: Chinese, Latin letters, digits and the marks of names alone. */
const PRINTABLE = /^[\u4e00-\u9fff〇A-Za-z0-9（）()·、\-—\s]*$/u;

const typed = (label: string, most: number) =>
  z
    .string(`请填写${label}`)
    .trim()
    .min(1, `请填写${label}`)
    .max(most, `${label}不超过${most}个字`)
    .regex(PRINTABLE, `${label}里只能有汉字、字母、数字和括号`);

const input = z.strictObject({
  region: z
    .string("请选择购房所在地")
    .regex(/^\d{6}$/, "请选择购房所在地")
    .meta({ example: "510000" }),
  city: typed("购房城市", 30),
  centreName: typed("公积金中心全称", 60),
  contactName: typed("联系人", 30),
  contactPhone: typed("联系电话", 24),
});

const steps: readonly FormStep[] = [
  {
    title: "核对缴存",
    intro:
      "请看最近一次缴存是不是最新月份。单位还没有缴到最新月份的，建议入账后再开：证明只反映今天的记录，而一个自然月只能开一次。",
    fields: [],
  },
  {
    title: "当地公积金中心",
    intro: "请先向当地住房公积金管理中心问清：受不受理异地贷款，中心的全称怎么写。",
    fields: [
      {
        kind: "region",
        name: "region",
        label: "购房所在地",
        help: "须在苏州大市（含昆山、太仓、常熟、张家港）以外。",
        required: true,
      },
      {
        kind: "text",
        name: "city",
        label: "购房城市",
        help: "写到市，例如：成都市。",
        maxLength: 30,
        required: true,
      },
      {
        kind: "text",
        name: "centreName",
        label: "公积金中心全称",
        help: "与当地核实，一字不差，例如：成都住房公积金管理中心。",
        maxLength: 60,
        required: true,
      },
      {
        kind: "text",
        name: "contactName",
        label: "当地中心联系人",
        help: "不知道姓名的，写窗口或科室。",
        maxLength: 30,
        required: true,
      },
      {
        kind: "text",
        name: "contactPhone",
        label: "当地中心联系电话",
        help: "固定电话加区号，例如：028-12345678。",
        maxLength: 24,
        required: true,
      },
    ],
  },
];

export const remoteLoanCertificateContract = { kind: "application", input, steps } as const;
