import { insuranceNames, insurances } from "@hall/domain/contributions";
import { month } from "@hall/domain/dates";
import { z } from "zod";
import type { FormStep } from "../fields.ts";
import { daySchema, fenSchema, monthSchema } from "../wire.ts";

const insuranceSchema = z.enum(insurances, "请从列出的险种里选择");

/** Typed loosely here: what stands in a hidden field of the certificate must not be in its way. */
const monthTyped = z.string("请填写月份").max(7).meta({ example: "2026-03" });

/** The range and the insurances count for the detail alone. */
const input = z
  .strictObject({
    paper: z.enum(["certificate", "detail"], "请选择证明类型"),
    range: z.strictObject({ from: monthTyped, to: monthTyped }).nullable().default(null),
    insurances: z.array(insuranceSchema).max(insurances.length).default([]),
  })
  .transform((typed, context) => {
    if (typed.paper === "certificate" || typed.range === null) return { ...typed, range: null };
    const { from, to } = typed.range;
    for (const [end, text] of [
      ["from", from],
      ["to", to],
    ] as const) {
      const message = text === "" ? "请填写月份" : "请按 2026-03 的格式填写月份";
      if (!monthSchema.safeParse(text).success) {
        context.addIssue({ code: "custom", path: ["range", end], message });
      }
    }
    if (context.issues.length > 0) return z.NEVER;
    return { ...typed, range: { from: month(from), to: month(to) } };
  });

const steps: readonly FormStep[] = [
  {
    title: "选择证明",
    fields: [
      {
        kind: "choice",
        name: "paper",
        label: "证明类型",
        required: true,
        options: [
          {
            value: "certificate",
            label: "参保证明",
            note: "证明在园区参保，列出各险种的首次、最近缴费月份和累计月数，没有金额",
          },
          {
            value: "detail",
            label: "参保缴费明细",
            note: "逐月列出基数、个人和单位缴费，并有合计",
          },
        ],
      },
      {
        kind: "month-range",
        name: "range",
        label: "起止月份",
        help: "默认最近12个月，两端的月份都算在内。",
        required: true,
        when: { field: "paper", is: "detail" },
      },
      {
        kind: "choices",
        name: "insurances",
        label: "险种",
        help: "不选就是全部。",
        required: false,
        when: { field: "paper", is: "detail" },
      },
    ],
  },
];

const contributionSchema = z.object({
  insuranceName: z.string().meta({ example: insuranceNames.pension }),
  baseFen: fenSchema,
  personalFen: fenSchema,
  unitFen: fenSchema,
  payer: z.string(),
});

const accountSchema = z.object({
  asOf: daySchema,
  person: z.object({
    name: z.string(),
    personalNumber: z.string(),
    maskedIdentityNumber: z.string(),
    schemeName: z.string(),
    statusName: z.string(),
    statusSince: monthSchema,
    unitName: z.string().nullable(),
  }),
  latest: z
    .object({ month: monthSchema, rows: z.array(contributionSchema), totalFen: fenSchema })
    .nullable(),
  /** The last twelve months, the oldest first. */
  months: z.array(z.object({ month: monthSchema, personalFen: fenSchema, unitFen: fenSchema })),
  totals: z.array(
    z.object({
      insuranceName: z.string(),
      first: monthSchema,
      last: monthSchema,
      months: z.int(),
    }),
  ),
  housing: z
    .object({
      number: z.string(),
      kindName: z.string(),
      statusName: z.string(),
      sealedOn: daySchema.nullable(),
      baseFen: fenSchema.nullable(),
      balanceFen: fenSchema,
      interestUpTo: daySchema,
      frozenBy: z.string().nullable(),
    })
    .nullable(),
  legacy: z.object({ number: z.string(), balanceFen: fenSchema }).nullable(),
});
export type AccountJson = z.infer<typeof accountSchema>;

export const participationCertificateContract = {
  kind: "application",
  input,
  steps,
  views: { account: { summary: "员工账户查询", answer: accountSchema } },
} as const;
