import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { findingSchema } from "./findings.ts";
import { daySchema, instantSchema } from "./wire.ts";

export const reviewAnswers = ["stands", "wrong", "counter"] as const;
export type ReviewAnswer = (typeof reviewAnswers)[number];

/** A refusal by machine that somebody has put before a human. */
export const humanReviewSchema = z
  .object({
    number: z.string(),
    service: z.string(),
    serviceName: z.string(),
    /** As it was judged when the review was asked for. */
    finding: findingSchema,
    /** What the person added. */
    words: z.string(),
    state: z.enum(["waiting", "answered"]),
    submittedAt: instantSchema,
    /** Null where the calendar's year isn't published. */
    dueOn: daySchema.nullable(),
    answer: z
      .object({
        outcome: z.enum(reviewAnswers),
        outcomeName: z.string(),
        words: z.string(),
        at: instantSchema,
      })
      .nullable(),
  })
  .meta({ id: "HumanReview" });
export type HumanReviewJson = z.infer<typeof humanReviewSchema>;

const applicants = ["person", "agent"] as const;
const tag = "人工复核";
export const reviewNumber = z.object({ number: z.string().regex(/^[0-9]{8,24}$/) });

export const listHumanReviews = endpoint({
  id: "listHumanReviews",
  method: "get",
  path: "/human-reviews",
  tag,
  summary: "我提出的人工复核，最近的在前（最多 50 件）",
  access: applicants,
  answer: z.object({ items: z.array(humanReviewSchema) }),
});

export const getHumanReview = endpoint({
  id: "getHumanReview",
  method: "get",
  path: "/human-reviews/{number}",
  tag,
  summary: "一件人工复核：系统的判断、期限和答复",
  access: applicants,
  params: reviewNumber,
  answer: humanReviewSchema,
});

export const askHumanReview = endpoint({
  id: "askHumanReview",
  method: "post",
  path: "/human-reviews",
  tag,
  summary: "请工作人员复核系统的一条不予办理的判断；系统当场重新判断一次，把结果和记录一起交出",
  access: applicants,
  body: z.strictObject({
    service: z.string().max(60),
    /** Name of the claim that was refused, as its finding has it. */
    claim: z.string().max(80),
    /** Where in the input it is, for one of several faults of the same kind. */
    at: z.string().max(200).optional(),
    /** What was filled in, where the refusal is about it. */
    input: z.record(z.string().max(60), z.unknown()).optional(),
    words: z.string().trim().max(500, "最多 500 字").default(""),
  }),
  answer: humanReviewSchema,
  status: 201,
  idempotent: true,
});
