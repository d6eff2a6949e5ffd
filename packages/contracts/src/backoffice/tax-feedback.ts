import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instantSchema } from "../wire.ts";

export const taxFeedbackLineSchema = z.object({
  /** Line in the file, the head being 1. */
  line: z.int(),
  maskedIdentityNumber: z.string(),
  outcome: z.enum([
    "paid",
    "already",
    "unknown",
    "amount",
    "late",
    "future",
    "reduced",
    "malformed",
    "conflict",
  ]),
  message: z.string(),
});
export type TaxFeedbackLine = z.infer<typeof taxFeedbackLineSchema>;

export const taxFeedbackSchema = z
  .object({
    id: z.uuid(),
    receivedAt: instantSchema,
    /** The same file had come before; what is told is what happened then. */
    repeated: z.boolean(),
    paid: z.int(),
    lines: z.array(taxFeedbackLineSchema),
  })
  .meta({ id: "TaxFeedback" });
export type TaxFeedbackJson = z.infer<typeof taxFeedbackSchema>;

const staff = { tag: "后台：税务缴费反馈", access: ["counter", "finance"] } as const;

export const importTaxFeedback = endpoint({
  ...staff,
  id: "backoffice.importTaxFeedback",
  method: "post",
  path: "/backoffice/tax-feedback",
  summary:
    "导入税务部门的缴费反馈（csv，表头：证件号码,年度,金额,缴费日期,凭证号；金额单位元），重复导入不重复入账",
  bodyType: "text/csv",
  answer: taxFeedbackSchema,
});

export const listTaxFeedback = endpoint({
  ...staff,
  id: "backoffice.listTaxFeedback",
  method: "get",
  path: "/backoffice/tax-feedback",
  summary: "已导入的缴费反馈，最近的在前",
  answer: z.object({ items: z.array(taxFeedbackSchema.omit({ lines: true, repeated: true })) }),
});
