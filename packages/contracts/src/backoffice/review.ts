import { z } from "zod";
import { applicationSchema, caseStateSchema } from "../applications.ts";
import { refusedRowSchema } from "../case-rows.ts";
import { standingSchema } from "../directory.ts";
import { endpoint } from "../endpoint.ts";
import { figureSchema, findingSchema } from "../findings.ts";
import { daySchema, fenSchema, instantSchema, pageOf, pageQuery } from "../wire.ts";

export const caseNumberParams = z.object({ number: z.string().regex(/^\d{9,24}$/) });

/** How a case stands to its due date today. */
export const dueMarkSchema = z.enum(["overdue", "today", "in-time", "paused", "calendar-missing"]);
export type DueMark = z.infer<typeof dueMarkSchema>;

const staffSchema = z.object({ id: z.uuid(), name: z.string() });

export const queuedCaseSchema = z
  .object({
    number: z.string(),
    service: z.string(),
    serviceName: z.string(),
    state: caseStateSchema,
    stateName: z.string(),
    maskedApplicant: z.string(),
    submittedAt: instantSchema,
    dueOn: daySchema.nullable(),
    mark: dueMarkSchema,
    /** Approved by one, waits for the second person. */
    secondApproval: z.boolean(),
    assignee: staffSchema.nullable(),
    isMine: z.boolean(),
    /** The case of whoever asks: somebody else handles it. */
    isOwn: z.boolean(),
  })
  .meta({ id: "QueuedCase" });
export type QueuedCase = z.infer<typeof queuedCaseSchema>;

export const queueCountsSchema = z.object({
  open: z.int(),
  mine: z.int(),
  unassigned: z.int(),
  overdue: z.int(),
  dueToday: z.int(),
  moreNeeded: z.int(),
});

const tag = "后台：审核";

export const listCases = endpoint({
  id: "backoffice.listCases",
  method: "get",
  path: "/backoffice/cases",
  tag,
  summary: "审核队列：先到期的在前；不选状态时为待审、审核中和待补正",
  access: ["reviewer", "auditor"],
  query: pageQuery.extend({
    service: z.string().max(60).optional(),
    state: caseStateSchema.optional(),
    due: z.enum(["overdue", "today", "calendar-missing"]).optional(),
    assignee: z.enum(["me", "none", "all"]).default("all"),
  }),
  answer: pageOf(queuedCaseSchema).extend({ counts: queueCountsSchema }),
});

export const missingItemSchema = z.strictObject({
  item: z.string().trim().min(1, "请写明缺少哪一项").max(60),
  words: z.string().trim().min(1, "请写明需要怎样补正").max(500),
});

const decisionKindSchema = z.enum(["approve", "refuse", "ask"]);

export const decisionSchema = z.object({
  kind: z.enum([...decisionKindSchema.options, "take-back"]),
  stage: z.int(),
  staffName: z.string(),
  reasons: z.array(z.string()),
  words: z.string(),
  missing: z.array(missingItemSchema),
  at: instantSchema,
});

export const reviewedCaseSchema = applicationSchema
  .omit({ facts: true, actions: true, rating: true, missing: true })
  .extend({
    /** Sent back with a decision: one made on an older screen is refused. */
    version: z.int(),
    mark: dueMarkSchema,
    channel: z.string(),
    filedByName: z.string(),
    applicant: z.object({
      kind: z.enum(["person", "unit"]),
      name: z.string(),
      /** Personal number or unit code. */
      number: z.string(),
      maskedIdentityNumber: z.string().nullable(),
      maskedMobile: z.string().nullable(),
    }),
    assignee: staffSchema.nullable(),
    /** Reasons for which rows of its list may be refused one by one; null where it has no such rows. */
    rowRefusalReasons: z.array(z.string()).nullable(),
    /** Rows that have been refused, by the first of two approvals or at the end. */
    refusedRows: z.array(refusedRowSchema),
    /** What was filled in, as the form names it. */
    filledIn: z.array(figureSchema),
    /** What was on record when it was submitted, and what is today. */
    factsThen: z.array(figureSchema),
    factsNow: z.array(figureSchema),
    /** The rules judged again today, until it is decided; `findings` are those of the submission. */
    outcomeNow: standingSchema.shape.outcome.nullable(),
    findingsNow: z.array(findingSchema),
    /** What an approval today would move; null where it moves nothing. */
    movesFen: fenSchema.nullable(),
    needsSecondApproval: z.boolean(),
    firstApprovalBy: z.string().nullable(),
    checklist: z.array(z.string()),
    refusalReasons: z.array(z.string()),
    decisions: z.array(decisionSchema),
    supplements: z.array(z.object({ words: z.string(), at: instantSchema })),
    /** Last day for the supplement, while one is awaited. */
    supplementUntil: daySchema.nullable(),
    earlierCases: z.array(
      z.object({
        number: z.string(),
        service: z.string(),
        serviceName: z.string(),
        state: caseStateSchema,
        stateName: z.string(),
        submittedAt: instantSchema,
      }),
    ),
    actions: z.array(z.enum(["claim", "release", "approve", "refuse", "ask"])),
    /** Why whoever looks can't act on it, as a sentence. */
    hindrance: z.string().nullable(),
  })
  .meta({ id: "ReviewedCase" });
export type ReviewedCase = z.infer<typeof reviewedCaseSchema>;

export const getCase = endpoint({
  id: "backoffice.getCase",
  method: "get",
  path: "/backoffice/cases/{number}",
  tag,
  summary: "一件办件的审核页：当时和今天的情况、规则结论、进度；查看会记入审计",
  access: ["reviewer", "auditor"],
  params: caseNumberParams,
  answer: reviewedCaseSchema,
});

export const movedCaseSchema = z
  .object({
    number: z.string(),
    outcome: z.enum([
      "claimed",
      "released",
      "approved",
      "first-approved",
      "refused",
      "asked",
      "answered",
      "take-back-asked",
      "taken-back",
    ]),
    state: caseStateSchema,
    stateName: z.string(),
    version: z.int(),
    message: z.string(),
  })
  .meta({ id: "MovedCase" });
export type MovedCase = z.infer<typeof movedCaseSchema>;

export const claimCase = endpoint({
  id: "backoffice.claimCase",
  method: "post",
  path: "/backoffice/cases/{number}/claim",
  tag,
  summary: "认领：认领后别人不能再办",
  access: ["reviewer"],
  params: caseNumberParams,
  answer: movedCaseSchema,
  idempotent: true,
});

export const releaseCase = endpoint({
  id: "backoffice.releaseCase",
  method: "post",
  path: "/backoffice/cases/{number}/release",
  tag,
  summary: "退回队列：本人认领的；管理员可退回任何人认领的",
  access: ["reviewer", "admin"],
  params: caseNumberParams,
  answer: movedCaseSchema,
  idempotent: true,
});

export const decideCase = endpoint({
  id: "backoffice.decideCase",
  method: "post",
  path: "/backoffice/cases/{number}/decision",
  tag,
  summary:
    "审核决定：通过（名单可以只确认一部分）、不通过（写明理由）或要求补正（逐项写明所缺，一件一次）",
  access: ["reviewer"],
  params: caseNumberParams,
  body: z
    .strictObject({
      kind: decisionKindSchema,
      reasons: z.array(z.string().max(200)).max(20).default([]),
      words: z.string().trim().max(1000).default(""),
      missing: z.array(missingItemSchema).max(20).default([]),
      /** Of a list that is approved: the rows that aren't confirmed. */
      rows: z.array(refusedRowSchema).max(20_000).default([]),
      version: z.int().optional(),
    })
    .check((context) => {
      const { kind, reasons, words, missing, rows } = context.value;
      const fault = (path: string, message: string) =>
        context.issues.push({ code: "custom", input: context.value, path: [path], message });
      if (kind === "refuse" && reasons.length === 0 && words === "") {
        fault("reasons", "请选择或写明不通过的理由");
      }
      if (kind === "ask" && missing.length === 0) fault("missing", "请逐项写明需要补正的内容");
      if (kind !== "refuse" && reasons.length > 0) fault("reasons", "只有不通过才选理由");
      if (kind !== "approve" && rows.length > 0) fault("rows", "只有通过才逐行写明不予确认的");
      if (kind !== "ask" && missing.length > 0) fault("missing", "只有要求补正才写所缺内容");
    }),
  answer: movedCaseSchema,
  idempotent: true,
});
