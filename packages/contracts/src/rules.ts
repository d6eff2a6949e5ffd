import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { citationSchema } from "./findings.ts";
import { daySchema } from "./wire.ts";

const sentenceSchema = z.object({
  words: z.string(),
  citation: citationSchema,
  /** A rule can refuse; a provision settles what happens. */
  kind: z.enum(["rule", "provision"]),
});

const ruleHeadSchema = z.object({
  code: z.string(),
  /** Null for rules that all services share. */
  service: z.string().nullable(),
  serviceName: z.string(),
  sentences: z.array(sentenceSchema),
});
export type RuleHeadJson = z.infer<typeof ruleHeadSchema>;

const parameterSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** Every value over time, the newest first. */
  values: z.array(
    z.object({
      from: daySchema,
      until: daySchema.nullable(),
      words: z.string(),
      mark: z.enum(["official", "sample"]),
      source: z.string(),
      isInForce: z.boolean(),
    }),
  ),
});

const ruleSchema = ruleHeadSchema
  .extend({
    parameters: z.array(parameterSchema),
    examples: z.array(
      z.object({
        title: z.string(),
        who: z.string(),
        /** Shanghai wall clock of the example. */
        at: z.string(),
        outcome: z.enum(["granted", "refused", "elsewhere"]),
        told: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: "PublicRule" });
export type PublicRuleJson = z.infer<typeof ruleSchema>;

const tag = "规则手册";

export const listRules = endpoint({
  id: "listRules",
  method: "get",
  path: "/rules",
  tag,
  summary: "全部规则：编号、说法、依据，按事项排列",
  access: ["public"],
  answer: z.object({ items: z.array(ruleHeadSchema) }),
});

export const getRule = endpoint({
  id: "getRule",
  method: "get",
  path: "/rules/{code}",
  tag,
  summary: "一条规则：说法、依据、各个时期的数值、例子",
  access: ["public"],
  params: z.object({ code: z.string().regex(/^[A-Za-z]{2,6}-\d{1,3}$/) }),
  answer: ruleSchema,
});
