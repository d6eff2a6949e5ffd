import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { daySchema, fenSchema, instantSchema, pageOf, pageQuery } from "../wire.ts";
import { queryDay } from "./period.ts";

export const ledgerSumsSchema = z.object({
  /** The centre's own accounts, by name. */
  control: z.array(z.object({ account: z.string(), name: z.string(), balanceFen: fenSchema })),
  customers: z.object({ accounts: z.int(), balanceFen: fenSchema }),
  /** All of it together: zero, always. */
  sumFen: fenSchema,
});

export const postingSchema = z
  .object({
    id: z.string(),
    memo: z.string(),
    applicationNumber: z.string().nullable(),
    effect: z.string(),
    businessDay: daySchema,
    postedAt: instantSchema,
    lines: z.array(z.object({ account: z.string(), name: z.string(), amountFen: fenSchema })),
  })
  .meta({ id: "Posting" });
export type PostingJson = z.infer<typeof postingSchema>;

const tag = "后台：财务";

export const listLedger = endpoint({
  id: "backoffice.listLedger",
  method: "get",
  path: "/backoffice/ledger",
  tag,
  summary: "总账：各科目余额；按办件、账户或日期查凭证，最近的在前",
  access: ["finance", "auditor"],
  query: pageQuery.extend({
    application: z
      .string()
      .regex(/^\d{9,24}$/)
      .optional(),
    account: z
      .string()
      .max(60)
      .regex(/^[\w:-]+$/)
      .optional(),
    day: queryDay.optional(),
  }),
  answer: pageOf(postingSchema).extend({ sums: ledgerSumsSchema }),
});

export const statementLineSchema = z.object({
  account: z.string(),
  name: z.string(),
  openingFen: fenSchema,
  inFen: fenSchema,
  outFen: fenSchema,
  closingFen: fenSchema,
});

export const differenceSchema = z.object({
  kind: z.enum([
    "sum-not-zero",
    "balance",
    "in-transit",
    "paid-without-posting",
    "posting-without-payment",
    "returned-without-posting",
    "batch-total",
  ]),
  reference: z.string(),
  ledgerFen: fenSchema,
  paymentsFen: fenSchema,
  message: z.string(),
});
export type Difference = z.infer<typeof differenceSchema>;

export const dailyStatement = endpoint({
  id: "backoffice.dailyStatement",
  method: "get",
  path: "/backoffice/daily-statement",
  tag,
  summary: "日报：总账与付款批次核对，逐项列出差异",
  access: ["finance", "auditor"],
  query: z.object({ day: queryDay.optional() }),
  answer: z
    .object({
      day: daySchema,
      sumFen: fenSchema,
      lines: z.array(statementLineSchema),
      /** Orders that were on their way when the day ended. */
      underWay: z.object({ orders: z.int(), amountFen: fenSchema }),
      paid: z.object({ orders: z.int(), amountFen: fenSchema }),
      returned: z.object({ orders: z.int(), amountFen: fenSchema }),
      balanced: z.boolean(),
      differences: z.array(differenceSchema),
    })
    .meta({ id: "DailyStatement" }),
});
