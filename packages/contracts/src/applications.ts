import { caseStates } from "@hall/domain/case-states";
import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { evidenceInput, evidenceReceiptSchema } from "./files.ts";
import { figureSchema, findingSchema, quoteSchema } from "./findings.ts";
import { daySchema, instantSchema, pageOf, pageQuery } from "./wire.ts";

export const caseStateSchema = z.enum(caseStates);

export const stepSchema = z.object({
  no: z.int(),
  event: z.string(),
  title: z.string(),
  state: caseStateSchema,
  actorLabel: z.string(),
  note: z.string().nullable(),
  at: instantSchema,
});

export const documentLinkSchema = z.object({
  number: z.string(),
  title: z.string(),
  issuedOn: daySchema,
  state: z.enum(["rendering", "ready"]),
});

export const paymentSchema = z.object({
  purpose: z.string(),
  amountFen: z.int(),
  bank: z.string(),
  maskedNumber: z.string(),
  state: z.enum(["waiting", "sent", "paid", "returned"]),
  returnReason: z.string().nullable(),
  /** It waits until then, since phone or card changed lately. */
  heldUntil: instantSchema.nullable(),
});

export const applicationSummarySchema = z.object({
  number: z.string(),
  service: z.string(),
  serviceName: z.string(),
  state: caseStateSchema,
  stateName: z.string(),
  nextStep: z.string(),
  submittedAt: instantSchema,
  dueOn: daySchema.nullable(),
});

/** Why a case is due on its day: from the day it was taken in, span by span. */
export const dueWorkingsSchema = z.object({
  from: daySchema,
  to: daySchema,
  /** Working days that count, up to `to`. */
  workingDays: z.int(),
  spans: z.array(
    z.object({
      kind: z.enum(["working", "make-up", "weekend", "holiday", "paused"]),
      from: daySchema,
      to: daySchema,
      /** The number of the span's last working day; null where its days don't count. */
      counted: z.int().nullable(),
    }),
  ),
});
export type DueWorkingsJson = z.infer<typeof dueWorkingsSchema>;

export const applicationSchema = applicationSummarySchema
  .extend({
    /** Why the due date is what it is: the day it was taken in, the clock, the pause. */
    dueReason: z.string().nullable(),
    /** Null where no clock runs, or a year on the way has no calendar yet. */
    dueWorkings: dueWorkingsSchema.nullable(),
    pausedOn: daySchema.nullable(),
    facts: z.array(figureSchema),
    findings: z.array(findingSchema),
    quote: quoteSchema.nullable(),
    steps: z.array(stepSchema),
    documents: z.array(documentLinkSchema),
    /** Each file that came with it or later, as it was received and as it is kept. */
    evidence: z.array(evidenceReceiptSchema),
    payments: z.array(paymentSchema),
    missing: z.array(z.object({ item: z.string(), words: z.string() })),
    refusal: z.object({ reasons: z.array(z.string()), words: z.string() }).nullable(),
    /** Its list is decided row by row: what came of each has an address of its own. */
    decidesRows: z.boolean(),
    actions: z.array(z.enum(["withdraw", "supplement", "rate"])),
    rating: z
      .object({
        stars: z.int(),
        words: z.string().nullable(),
        /** What follows on a poor rating: open without an answer, closed with one. */
        followUp: z
          .object({ answer: z.string().nullable(), answeredAt: instantSchema.nullable() })
          .nullable(),
      })
      .nullable(),
  })
  .meta({ id: "Application" });
export type ApplicationJson = z.infer<typeof applicationSchema>;
export type ApplicationSummaryJson = z.infer<typeof applicationSummarySchema>;

const numberParams = z.object({ number: z.string().regex(/^[0-9]{8,24}[0-9X]?$/) });
const applicants = ["person", "agent"] as const;

export const listApplications = endpoint({
  id: "listApplications",
  method: "get",
  path: "/applications",
  tag: "办件",
  summary: "我的办件，最近的在前",
  access: applicants,
  query: pageQuery.extend({ open: z.enum(["true", "false"]).optional() }),
  answer: pageOf(applicationSummarySchema),
});

export const getApplication = endpoint({
  id: "getApplication",
  method: "get",
  path: "/applications/{number}",
  tag: "办件",
  summary: "一个办件：进度、材料、文书、付款",
  access: applicants,
  params: numberParams,
  answer: applicationSchema,
});

export const withdrawApplication = endpoint({
  id: "withdrawApplication",
  method: "post",
  path: "/applications/{number}/withdrawal",
  tag: "办件",
  summary: "撤回办件（审核开始之前，或补正期间）",
  access: applicants,
  params: numberParams,
  answer: applicationSchema,
  idempotent: true,
});

export const supplementApplication = endpoint({
  id: "supplementApplication",
  method: "post",
  path: "/applications/{number}/supplement",
  tag: "办件",
  summary: "补正：一次答复全部所缺内容，可附补充材料",
  access: applicants,
  params: numberParams,
  body: z.strictObject({
    words: z.string().trim().min(1, "请写明补充的内容").max(2000),
    evidence: evidenceInput,
  }),
  answer: applicationSchema,
  idempotent: true,
});

export const rateApplication = endpoint({
  id: "rateApplication",
  method: "post",
  path: "/applications/{number}/rating",
  tag: "办件",
  summary: "好差评，一件一次",
  access: applicants,
  params: numberParams,
  body: z.strictObject({
    stars: z.int().min(1).max(5),
    words: z.string().trim().max(500).optional(),
  }),
  answer: applicationSchema,
  idempotent: true,
});
