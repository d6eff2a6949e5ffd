import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { figureSchema, findingSchema } from "../findings.ts";
import { humanReviewSchema, reviewAnswers, reviewNumber } from "../human-reviews.ts";
import { pageOf, pageQuery } from "../wire.ts";

const tag = "后台：人工复核";

const requestSummarySchema = humanReviewSchema
  .pick({ number: true, serviceName: true, state: true, submittedAt: true, dueOn: true })
  .extend({
    applicant: z.string(),
    rule: z.string(),
    message: z.string(),
    isOverdue: z.boolean(),
    version: z.int(),
  });
export type ReviewRequestSummary = z.infer<typeof requestSummarySchema>;

export const listReviewRequests = endpoint({
  id: "backoffice.listReviewRequests",
  method: "get",
  path: "/backoffice/human-reviews",
  tag,
  summary: "请求人工复核的系统判断：待答复的最先到期的在前，已答复的最近的在前",
  access: ["reviewer", "auditor"],
  query: pageQuery.extend({ state: z.enum(["waiting", "answered"]).default("waiting") }),
  answer: pageOf(requestSummarySchema),
});

const requestSchema = humanReviewSchema
  .extend({
    applicant: z.string(),
    version: z.int(),
    /** How the same rule is judged on the records of now; null where it is met by now. */
    now: findingSchema.nullable(),
    /** What the centre has on record now. */
    facts: z.array(figureSchema),
    answeredBy: z.string().nullable(),
    /** Why this member of staff may not answer it; null where they may. */
    barred: z.string().nullable(),
  })
  .meta({ id: "ReviewRequest" });
export type ReviewRequestJson = z.infer<typeof requestSchema>;

export const getReviewRequest = endpoint({
  id: "backoffice.getReviewRequest",
  method: "get",
  path: "/backoffice/human-reviews/{number}",
  tag,
  summary: "一件人工复核，连同现在的判断和记录；查看会记入审计",
  access: ["reviewer", "auditor"],
  params: reviewNumber,
  answer: requestSchema,
});

export const answerReviewRequest = endpoint({
  id: "backoffice.answerReviewRequest",
  method: "post",
  path: "/backoffice/human-reviews/{number}/answer",
  tag,
  summary: "答复人工复核；答复发给申请人，不能再改",
  access: ["reviewer"],
  params: reviewNumber,
  body: z.strictObject({
    version: z.int(),
    outcome: z.enum(reviewAnswers),
    words: z.string().trim().min(5, "请写明理由，至少 5 个字").max(500, "最多 500 字"),
  }),
  answer: requestSchema,
  idempotent: true,
});
