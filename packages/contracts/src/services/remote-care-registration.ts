import { remoteCareKindNames } from "@hall/domain/remote-care";
import { hospitalLevelNames } from "@hall/domain/services/remote-care-registration/input";
import { z } from "zod";
import type { Field, FormStep } from "../fields.ts";
import { dayInput } from "../wire.ts";

const kinds = ["relocated-retiree", "long-term-resident", "referral"] as const;
const levels = ["province", "city", "county"] as const;

/** What is needed depends on the kind: the service's rules say what is missing, field by field. */
const typed = (label: string, most: number) =>
  z.string().trim().max(most, `${label}不超过${most}个字`).optional();

const input = z.strictObject({
  kind: z.enum(kinds, "请选择登记类别"),
  region: z
    .string("请选择就医地")
    .regex(/^\d{6}$/, "请选择就医地")
    .meta({ example: "460000" }),
  from: dayInput,
  address: typed("居住地址", 80),
  hospital: typed("诊断医院", 60),
  hospitalLevel: z.enum(levels, "请选择医院级别").optional(),
  diagnosis: typed("诊断", 80),
  destinationHospital: typed("转往医院", 60),
});

const notes: Readonly<Record<(typeof kinds)[number], string>> = {
  "relocated-retiree": "已退休，长期住在苏州市区以外",
  "long-term-resident": "没有退休，长期住在苏州市区以外",
  referral: "病情疑难严重，本市不能诊断或治疗，由市级及以上医院转往外地医院",
};

const whenReferral = { field: "kind", is: "referral" } as const;

const referralFields: readonly Field[] = [
  {
    kind: "text",
    name: "hospital",
    label: "诊断医院",
    help: "开具转诊证明的医院全称。",
    maxLength: 60,
    required: true,
    when: whenReferral,
  },
  {
    kind: "choice",
    name: "hospitalLevel",
    label: "医院级别",
    required: true,
    options: levels.map((value) => ({ value, label: hospitalLevelNames[value] })),
    when: whenReferral,
  },
  {
    kind: "text",
    name: "diagnosis",
    label: "诊断",
    help: "按转诊证明填写。",
    maxLength: 80,
    required: true,
    when: whenReferral,
  },
  {
    kind: "text",
    name: "destinationHospital",
    label: "转往医院",
    help: "外地医院的全称。",
    maxLength: 60,
    required: true,
    when: whenReferral,
  },
];

const steps: readonly FormStep[] = [
  {
    title: "登记类别",
    fields: [
      {
        kind: "choice",
        name: "kind",
        label: "登记类别",
        required: true,
        options: kinds.map((value) => ({
          value,
          label: remoteCareKindNames[value],
          note: notes[value],
        })),
      },
    ],
  },
  {
    title: "就医地和日期",
    fields: [
      {
        kind: "region",
        name: "region",
        label: "就医地",
        help: "须在苏州市区（含园区）以外；昆山、太仓、常熟、张家港也可以。",
        required: true,
      },
      {
        kind: "text",
        name: "address",
        label: "居住地址",
        help: "写到市、区、街道、小区和门牌，与居住证明一致。",
        maxLength: 80,
        required: true,
        when: { field: "kind", is: ["relocated-retiree", "long-term-resident"] },
      },
      ...referralFields,
      {
        kind: "day",
        name: "from",
        label: "开始日期",
        help: "不早于今天。异地转诊从这一天起按规定的月数到期，其他的到撤销为止。",
        required: true,
      },
    ],
  },
];

export const remoteCareRegistrationContract = { kind: "application", input, steps } as const;
