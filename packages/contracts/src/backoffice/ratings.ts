import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instantSchema, pageOf, pageQuery } from "../wire.ts";

const tag = "后台：评价回访";

export const poorRatingSchema = z
  .object({
    number: z.string(),
    serviceName: z.string(),
    maskedApplicant: z.string(),
    stars: z.int(),
    words: z.string().nullable(),
    ratedAt: instantSchema,
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: instantSchema.nullable(),
    /** Why this member of staff may not answer it, as a sentence; null where they may. */
    hindrance: z.string().nullable(),
  })
  .meta({ id: "PoorRating" });
export type PoorRating = z.infer<typeof poorRatingSchema>;

export const listPoorRatings = endpoint({
  id: "backoffice.listPoorRatings",
  method: "get",
  path: "/backoffice/ratings",
  tag,
  summary: "差评和回访，等得最久的在前",
  access: ["reviewer", "admin", "auditor"],
  query: pageQuery.extend({ show: z.enum(["open", "answered"]).default("open") }),
  answer: pageOf(poorRatingSchema),
});

export const answerPoorRating = endpoint({
  id: "backoffice.answerPoorRating",
  method: "post",
  path: "/backoffice/ratings/{number}/answer",
  tag,
  summary: "登记回访结果，答复评价人；审核过这件的人不能自己回访",
  access: ["reviewer", "admin"],
  params: z.object({ number: z.string().regex(/^[0-9]{8,24}[0-9X]?$/) }),
  body: z.strictObject({
    answer: z.string().trim().min(1, "请写明回访了解到的情况和改进").max(500),
  }),
  answer: poorRatingSchema,
  idempotent: true,
});
