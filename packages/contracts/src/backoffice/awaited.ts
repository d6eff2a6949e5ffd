import { z } from "zod";
import { caseStateSchema } from "../applications.ts";
import { endpoint } from "../endpoint.ts";
import { figureSchema, findingSchema } from "../findings.ts";
import { daySchema, pageOf, pageQuery } from "../wire.ts";

const roles = ["counter", "reviewer"] as const;

export const awaitedCaseSchema = z.object({
  number: z.string(),
  serviceName: z.string(),
  applicant: z.string(),
  whom: z.enum(["counter", "outside"]),
  party: z.string(),
  task: z.string(),
  dueOn: daySchema.nullable(),
  version: z.int(),
});

export const listAwaited = endpoint({
  id: "listAwaited",
  method: "get",
  path: "/backoffice/awaited",
  tag: "后台：柜面和其他单位",
  summary: "等待柜面或其他单位的办件，最先到期的在前",
  access: roles,
  query: pageQuery.extend({ whom: z.enum(["counter", "outside"]).optional() }),
  answer: pageOf(awaitedCaseSchema),
});

const params = z.object({ number: z.string().regex(/^[0-9]{8,24}$/) });

export const getAwaited = endpoint({
  id: "getAwaited",
  method: "get",
  path: "/backoffice/awaited/{number}",
  tag: "后台：柜面和其他单位",
  summary: "一件等待中的办件，以及要录入的内容",
  access: roles,
  params,
  answer: awaitedCaseSchema.extend({
    facts: z.array(figureSchema),
    mayDecline: z.boolean(),
    fields: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        kind: z.enum(["text", "money", "day", "count"]),
        help: z.string().optional(),
      }),
    ),
  }),
});

export const answerAwaited = endpoint({
  id: "answerAwaited",
  method: "post",
  path: "/backoffice/awaited/{number}/answer",
  tag: "后台：柜面和其他单位",
  summary: "录入柜面或其他单位的办理结果",
  access: roles,
  params,
  body: z.strictObject({
    version: z.int(),
    result: z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("done"),
        values: z.record(z.string().max(60), z.string().max(400)),
      }),
      z.strictObject({
        kind: z.literal("declined"),
        reason: z.string().trim().min(1, "请写明对方未予办理的理由").max(500),
      }),
    ]),
  }),
  answer: z.object({
    number: z.string(),
    state: caseStateSchema,
    stateName: z.string(),
    message: z.string(),
    findings: z.array(findingSchema),
  }),
  idempotent: true,
});
