import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { daySchema, instantSchema } from "../wire.ts";
import { queryDay } from "./period.ts";

export const policyMarkSchema = z.enum(["official", "sample"]);

export const policyValueJson = z
  .object({
    id: z.uuid(),
    key: z.string(),
    from: daySchema,
    until: daySchema.nullable(),
    value: z.unknown(),
    words: z.string(),
    mark: policyMarkSchema,
    source: z.string(),
    state: z.enum(["past", "in-force", "coming", "prepared"]),
    preparedBy: z.string().nullable(),
    releasedBy: z.string().nullable(),
    releasedAt: instantSchema.nullable(),
    /** Prepared by whoever asks: another person releases it. */
    isMine: z.boolean(),
  })
  .meta({ id: "PolicyValue" });
export type PolicyValueJson = z.infer<typeof policyValueJson>;

export const policyKeySchema = z.object({
  key: z.string(),
  name: z.string(),
  /** `missing` is needed now and has no released value; `over` is the calendar of a past year. */
  standing: z.enum(["missing", "held", "coming", "over"]),
  readBy: z.array(
    z.object({
      service: z.string(),
      serviceName: z.string(),
      rule: z.string(),
      words: z.string(),
    }),
  ),
  values: z.array(policyValueJson),
});
export type PolicyKeyJson = z.infer<typeof policyKeySchema>;

const tag = "后台：参数";
const idParams = z.object({ id: z.uuid() });

export const listPolicy = endpoint({
  id: "backoffice.listPolicy",
  method: "get",
  path: "/backoffice/policy",
  tag,
  summary: "全部参数：历次取值、来源和使用它的规则；现在要用而没有值的在前，已经过去的年度在后",
  access: ["policy", "reviewer", "auditor", "admin"],
  answer: z.object({ version: z.int(), items: z.array(policyKeySchema) }),
});

export const preparePolicy = endpoint({
  id: "backoffice.preparePolicy",
  method: "post",
  path: "/backoffice/policy",
  tag,
  summary: "拟定参数的新值：写明生效日期和来源；已经过去的不能改",
  access: ["policy"],
  body: z.strictObject({
    key: z.string().max(80),
    from: queryDay,
    value: z.unknown(),
    mark: policyMarkSchema,
    source: z.string().trim().min(2, "请写明依据").max(300),
  }),
  answer: policyValueJson,
  status: 201,
  idempotent: true,
});

export const releasePolicy = endpoint({
  id: "backoffice.releasePolicy",
  method: "post",
  path: "/backoffice/policy/{id}/release",
  tag,
  summary: "发布拟定的参数：须由拟定人以外的另一位；发布年度日历时补算缺日历的办结日期",
  access: ["policy"],
  params: idParams,
  answer: z.object({ value: policyValueJson, version: z.int() }),
  idempotent: true,
});

export const discardPolicy = endpoint({
  id: "backoffice.discardPolicy",
  method: "post",
  path: "/backoffice/policy/{id}/discard",
  tag,
  summary: "撤下拟定的参数",
  access: ["policy"],
  params: idParams,
  answer: z.object({ id: z.uuid() }),
  idempotent: true,
});

const outcomeSchema = z.enum(["open", "refused", "counter", "later"]);
const trialChangeSchema = z.object({
  number: z.string(),
  serviceName: z.string(),
  before: outcomeSchema,
  after: outcomeSchema,
  rules: z.array(z.object({ rule: z.string(), words: z.string() })),
  beforeFen: z.int().nullable(),
  afterFen: z.int().nullable(),
});

export const tryPolicy = endpoint({
  id: "backoffice.tryPolicy",
  method: "get",
  path: "/backoffice/policy/{id}/trial",
  tag,
  summary:
    "试算：拟定的参数若在生效日使用，哪些在办件的结论会变化；若已在用，近90天办结的哪些会不同",
  access: ["policy", "auditor"],
  params: idParams,
  answer: z.object({
    /** Open cases of services that read the key; at most as many are tried as `tried` says. */
    cases: z.int(),
    tried: z.int(),
    changed: z.array(trialChangeSchema),
    /** Of the last days: decided cases, on the facts that they were decided on. */
    past: z.object({
      days: z.int(),
      cases: z.int(),
      tried: z.int(),
      changed: z.array(trialChangeSchema),
    }),
  }),
});

export const closureSchema = z
  .object({
    id: z.uuid(),
    service: z.string(),
    serviceName: z.string(),
    kind: z.enum(["maintenance", "season"]),
    notice: z.string(),
    from: instantSchema,
    until: instantSchema.nullable(),
    createdBy: z.string(),
    isInForce: z.boolean(),
  })
  .meta({ id: "Closure" });

const managers = { tag: "后台：事项开关", access: ["policy", "admin"] } as const;
const instantInput = z.iso.datetime({ offset: true, error: "请按 2026-03-18T08:00:00+08:00 填写" });

export const listClosures = endpoint({
  ...managers,
  id: "backoffice.listClosures",
  method: "get",
  path: "/backoffice/closures",
  summary: "暂停的事项，还没有结束的",
  access: ["policy", "admin", "reviewer", "auditor"],
  answer: z.object({ items: z.array(closureSchema) }),
});

export const closeService = endpoint({
  ...managers,
  id: "backoffice.closeService",
  method: "post",
  path: "/backoffice/closures",
  summary: "暂停一个事项：维护或非受理期，写明通知",
  body: z.strictObject({
    service: z.string().max(60),
    kind: z.enum(["maintenance", "season"]),
    notice: z.string().trim().min(4, "请写明给申请人看的通知").max(300),
    from: instantInput.optional(),
    until: instantInput.optional(),
  }),
  answer: closureSchema,
  status: 201,
  idempotent: true,
});

export const openService = endpoint({
  ...managers,
  id: "backoffice.openService",
  method: "delete",
  path: "/backoffice/closures/{id}",
  summary: "恢复一个事项",
  params: idParams,
  status: 204,
});
