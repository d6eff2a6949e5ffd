import { z } from "zod";
import { dayInput, daySchema, instantSchema } from "../wire.ts";

const query = z.object({ since: dayInput.optional() });

const casesSchema = z.object({
  /** First day of acceptance that is shown; 1 January of this year unless another was asked for. */
  since: daySchema,
  /** The latest first. */
  cases: z.array(
    z.object({
      channel: z.enum(["counter", "online"]),
      channelName: z.string(),
      number: z.string(),
      matter: z.string(),
      acceptedAt: instantSchema,
      step: z.string(),
      dueOn: daySchema.nullable(),
      /** Of an open case, to the due date: 0 on the day itself, negative after it. */
      workingDaysLeft: z.int().nullable(),
      dueNote: z.string(),
      result: z.string().nullable(),
    }),
  ),
});
export type CaseProgressJson = z.infer<typeof casesSchema>;

export const caseProgressContract = {
  kind: "query",
  views: {
    cases: {
      summary: "本人办件的进度，窗口和网上的都在内；since 为受理开始日期，默认今年1月1日",
      query,
      answer: casesSchema,
    },
  },
} as const;
