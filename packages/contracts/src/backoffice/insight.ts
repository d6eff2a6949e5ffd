import { staffRoles } from "@hall/domain/staff-roles";
import { z } from "zod";
import { actorSchema } from "../auth.ts";
import { endpoint } from "../endpoint.ts";
import { daySchema, instantSchema, pageOf, pageQuery } from "../wire.ts";
import { queryDay } from "./period.ts";

export const turnaroundSchema = z.object({
  submitted: z.int(),
  decided: z.int(),
  approved: z.int(),
  refused: z.int(),
  /** Decided by the due date, in per cent of those that had one; null where none had. */
  inTimePercent: z.number().nullable(),
  /** From submission to decision, the time in which the applicant was asked for more left out. */
  medianHours: z.number().nullable(),
  slowestHours: z.number().nullable(),
});

const periodQuery = z.object({
  from: queryDay.optional(),
  to: queryDay.optional(),
  service: z.string().max(60).optional(),
});

export const getStatistics = endpoint({
  id: "backoffice.getStatistics",
  method: "get",
  path: "/backoffice/statistics",
  tag: "后台：统计",
  summary: "办件量、按时率、办理时长和不通过的理由，分事项和周；按提交日期统计",
  access: ["reviewer", "auditor", "admin"],
  query: periodQuery,
  answer: z
    .object({
      from: daySchema,
      to: daySchema,
      total: turnaroundSchema,
      services: z.array(turnaroundSchema.extend({ service: z.string(), serviceName: z.string() })),
      weeks: z.array(turnaroundSchema.extend({ monday: daySchema })),
      refusals: z.array(
        z.object({
          service: z.string(),
          serviceName: z.string(),
          reason: z.string(),
          cases: z.int(),
        }),
      ),
    })
    .meta({ id: "Statistics" }),
});

export const exportStatistics = endpoint({
  id: "backoffice.exportStatistics",
  method: "get",
  path: "/backoffice/statistics/workbook",
  tag: "后台：统计",
  summary: "统计导出为 xlsx：分事项、分周、不通过的理由，和每一件；导出会记入审计",
  access: ["reviewer", "auditor", "admin"],
  query: periodQuery,
  answerType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const alarmSchema = z
  .object({
    kind: z.enum([
      "calendar-missing",
      "case-overdue",
      "human-review-overdue",
      "supplement-due",
      "message-failing",
      "payment-stopped",
      "payment-returned",
      "ledger",
      "rating-poor",
    ]),
    severity: z.enum(["warning", "serious"]),
    /** What it is about: case, message, order; a year for a calendar. */
    references: z.array(z.string()),
    count: z.int(),
    message: z.string(),
  })
  .meta({ id: "Alarm" });
export type Alarm = z.infer<typeof alarmSchema>;

export const listAlarms = endpoint({
  id: "backoffice.listAlarms",
  method: "get",
  path: "/backoffice/alarms",
  tag: "后台：警示",
  summary: "需要有人处理的：超期办件、缺日历、补正到期、消息发不出、付款暂停或退回",
  access: staffRoles,
  answer: z.object({ items: z.array(alarmSchema) }),
});

export const auditEventSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    actorKind: z.string(),
    actor: z.string().nullable(),
    action: z.string(),
    subject: z.string().nullable(),
    reference: z.string().nullable(),
    /** What else is known of it, in words. */
    details: z.array(z.object({ name: z.string(), text: z.string() })),
    address: z.string().nullable(),
    /** Place in the hash chain; null until the chain has reached it. */
    position: z.string().nullable(),
  })
  .meta({ id: "AuditEvent" });

const auditFilters = {
  action: z
    .string()
    .max(40)
    .regex(/^[a-z.-]+$/)
    .optional(),
  /** User name, personal number or unit code of who did it. */
  actor: z.string().trim().max(40).optional(),
  /** Personal number or unit code of whom it is about. */
  subject: z.string().trim().max(40).optional(),
  reference: z.string().max(140).optional(),
  from: queryDay.optional(),
  to: queryDay.optional(),
};

export const searchAudit = endpoint({
  id: "backoffice.searchAudit",
  method: "get",
  path: "/backoffice/audit",
  tag: "后台：审计",
  summary: "查审计记录，最近的在前；查询本身也会记入审计",
  access: ["auditor"],
  query: pageQuery.extend(auditFilters),
  answer: pageOf(auditEventSchema),
});

export const exportAudit = endpoint({
  id: "backoffice.exportAudit",
  method: "get",
  path: "/backoffice/audit/workbook",
  tag: "后台：审计",
  summary: "审计记录按同样的条件导出为 xlsx，最近的在前，最多10万条；导出会记入审计",
  access: ["auditor"],
  query: z.object(auditFilters),
  answerType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
});

export const checkAuditChain = endpoint({
  id: "backoffice.checkAuditChain",
  method: "get",
  path: "/backoffice/audit/chain",
  tag: "后台：审计",
  summary: "核对审计链最近的10万个链位：有没有改动、删除或插入；核对会记入审计",
  access: ["auditor"],
  answer: z
    .object({
      isWhole: z.boolean(),
      /** Links that were gone through, the first and the last; both null where there is none. */
      first: z.string().nullable(),
      last: z.string().nullable(),
      /** Hash of the last link, to be noted elsewhere; null where the chain is broken or empty. */
      head: z.string().nullable(),
      /** The first link that doesn't hold, and why, in words; null where all do. */
      broken: z.object({ position: z.string(), reason: z.string() }).nullable(),
      /** Events that wait for their link. */
      waiting: z.int(),
    })
    .meta({ id: "AuditChain" }),
});

export const staffMe = endpoint({
  id: "backoffice.staffMe",
  method: "get",
  path: "/backoffice/staff/me",
  tag: "后台：工作人员",
  summary: "我的身份、岗位和待办数",
  access: staffRoles,
  answer: z.object({
    actor: actorSchema,
    /** Insured here as well: their own cases go to others. */
    isParticipant: z.boolean(),
    work: z.object({ claimed: z.int(), unclaimed: z.int(), paymentsWaiting: z.int() }),
  }),
});
