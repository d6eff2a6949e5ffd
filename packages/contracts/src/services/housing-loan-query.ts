import { z } from "zod";
import { daySchema, fenSchema } from "../wire.ts";

const channelSchema = z
  .object({ name: z.string(), hint: z.string() })
  .describe("组合贷款中的商业贷款部分在哪里查询");

const rateSchema = z.string().meta({ example: "0.026", description: "年利率，小数" });

const basicsSchema = z.object({
  /** Null for who has no loan. */
  loan: z
    .object({
      number: z.string(),
      bank: z.string(),
      kind: z.enum(["housing-fund", "combined"]),
      kindName: z.string(),
      property: z.string(),
      homeName: z.string(),
      methodName: z.string(),
      principalFen: fenSchema,
      termMonths: z.int(),
      paidOutOn: daySchema,
      firstDueOn: daySchema,
      lastDueOn: daySchema,
      settledOn: daySchema.nullable(),
      rate: rateSchema,
      owedFen: fenSchema,
      repaidFen: fenSchema,
      paidInstalments: z.int(),
      overdueInstalments: z.int(),
      next: z.object({ no: z.int(), dueOn: daySchema, paymentFen: fenSchema }).nullable(),
      commercialPart: channelSchema.nullable(),
    })
    .nullable(),
});
export type LoanBasicsJson = z.infer<typeof basicsSchema>;

const planSchema = z.object({
  plan: z
    .object({
      loanNumber: z.string(),
      methodName: z.string(),
      rates: z.array(z.object({ from: daySchema, rate: rateSchema })),
      rows: z.array(
        z.object({
          no: z.int(),
          dueOn: daySchema,
          principalFen: fenSchema,
          interestFen: fenSchema,
          paymentFen: fenSchema,
          balanceFen: fenSchema,
          rate: rateSchema,
          /** Rate at the beginning of a period in which it changed. */
          rateBefore: rateSchema.nullable(),
          state: z.enum(["paid", "overdue", "due"]),
        }),
      ),
      totals: z.object({ principalFen: fenSchema, interestFen: fenSchema, paymentFen: fenSchema }),
      /** The same by calendar year, for the chart. */
      years: z.array(
        z.object({
          year: z.int(),
          principalFen: fenSchema,
          interestFen: fenSchema,
          balanceFen: fenSchema,
        }),
      ),
      settledOn: daySchema.nullable(),
      commercialPart: channelSchema.nullable(),
    })
    .nullable(),
});
export type LoanPlanJson = z.infer<typeof planSchema>;

const recordSchema = z.object({
  record: z
    .object({
      loanNumber: z.string(),
      /** The latest first. */
      rows: z.array(
        z.object({
          no: z.int(),
          dueOn: daySchema,
          paidOn: daySchema,
          principalFen: fenSchema,
          interestFen: fenSchema,
          paidFen: fenSchema,
          daysLate: z.int(),
        }),
      ),
      totals: z.object({ principalFen: fenSchema, interestFen: fenSchema, paidFen: fenSchema }),
      owedFen: fenSchema,
      commercialPart: channelSchema.nullable(),
    })
    .nullable(),
});
export type LoanRecordJson = z.infer<typeof recordSchema>;

export const housingLoanQueryContract = {
  kind: "query",
  views: {
    basics: { summary: "贷款基本信息", answer: basicsSchema },
    "repayment-plan": { summary: "还款计划", answer: planSchema },
    "repayment-record": { summary: "还款记录", answer: recordSchema },
  },
} as const;
