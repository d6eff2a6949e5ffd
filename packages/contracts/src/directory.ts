import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { evidenceSlotSchema } from "./files.ts";
import { citationSchema, figureSchema, findingSchema, quoteSchema } from "./findings.ts";
import { daySchema } from "./wire.ts";

export const serviceSummarySchema = z.object({
  code: z.string(),
  number: z.int(),
  name: z.string(),
  audience: z.enum(["person", "unit"]),
  kind: z.enum(["application", "query"]),
  menu: z.array(z.string()),
  turnaround: z.string(),
  keywords: z.array(z.string()),
  lifeEvents: z.array(z.string()),
  closed: z.object({ notice: z.string(), until: z.string().nullable() }).nullable(),
});
export type ServiceSummary = z.infer<typeof serviceSummarySchema>;

export const ruleSchema = z.object({
  code: z.string(),
  words: z.string(),
  citation: citationSchema,
  parameters: z.array(
    z.object({
      key: z.string(),
      value: z.string(),
      mark: z.enum(["official", "sample"]),
      source: z.string(),
      from: daySchema,
    }),
  ),
});

export const guideSchema = serviceSummarySchema.extend({
  forWhom: z.string(),
  steps: z.array(z.string()),
  evidence: z.array(z.string()),
  /** What is uploaded with an application, each with its limits. */
  evidenceSlots: z.array(evidenceSlotSchema),
  notes: z.array(z.string()),
  /** Tables and forms that are filled in for it. */
  forms: z.array(z.object({ title: z.string(), note: z.string() })),
  /** How long it really took lately; null for a query, which answers at once. */
  measured: z
    .object({
      days: z.int(),
      fewest: z.int(),
      cases: z.int(),
      seconds: z.int().nullable(),
      workingDays: z.int().nullable(),
    })
    .nullable(),
  rules: z.array(ruleSchema),
  counter: z.object({
    name: z.string(),
    address: z.string(),
    hours: z.string(),
    phone: z.string(),
  }),
});
export type GuideJson = z.infer<typeof guideSchema>;

export const listServices = endpoint({
  id: "listServices",
  method: "get",
  path: "/services",
  tag: "事项目录",
  summary: "全部事项",
  access: ["public"],
  answer: z.object({ items: z.array(serviceSummarySchema) }),
});

export const choiceSchema = z.object({
  value: z.string(),
  label: z.string(),
  note: z.string().optional(),
  when: z.object({ field: z.string(), is: z.string() }).optional(),
});

export const standingSchema = z
  .object({
    outcome: z.enum(["open", "refused", "counter", "later"]),
    findings: z.array(findingSchema),
    /** What the centre has on record that matters here, to be looked over before applying. */
    facts: z.array(figureSchema),
    defaults: z.record(z.string(), z.unknown()),
    choices: z.record(z.string(), z.array(choiceSchema)),
    /** Every slot of the service; which of them apply to an input, its check tells. */
    evidence: z.array(evidenceSlotSchema),
  })
  .meta({ id: "Standing" });
export type StandingJson = z.infer<typeof standingSchema>;

export const checkSchema = z
  .object({
    ok: z.boolean(),
    findings: z.array(findingSchema),
    quote: quoteSchema.nullable(),
    quoteHash: z.string(),
    /** What can't be undone, to be confirmed before submitting. */
    consequence: z.string().nullable(),
    /** The slots that this input has to do with; files for others aren't taken. */
    evidence: z.array(z.string()),
  })
  .meta({ id: "Check" });
export type CheckJson = z.infer<typeof checkSchema>;

/** May-I answers for all services of the signed-in actor, for the home page. */
export const listStandings = endpoint({
  id: "listStandings",
  method: "get",
  path: "/standings",
  tag: "事项目录",
  summary: "我今天能办哪些事项",
  access: ["person", "agent"],
  answer: z.object({
    items: z.array(
      z.object({
        service: z.string(),
        outcome: standingSchema.shape.outcome,
        firstDay: daySchema.nullable(),
        /** The rule that tells; null where all hold. */
        rule: z.string().nullable(),
        message: z.string().nullable(),
      }),
    ),
  }),
});
