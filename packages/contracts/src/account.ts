import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import {
  dayInput,
  daySchema,
  fenSchema,
  instantSchema,
  monthSchema,
  pageOf,
  pageQuery,
} from "./wire.ts";

const person = ["person"] as const;
const tag = "我的账户";

/** What the one timeline of an account is joined of (XPL-5). */
export const timelineKinds = ["contribution", "case", "posting", "paper", "message"] as const;

export const timelineEntrySchema = z
  .object({
    id: z.string(),
    kind: z.enum(timelineKinds),
    /** The month under which it stands. */
    month: monthSchema,
    /** Null where only the month is known, as of a contribution. */
    on: daySchema.nullable(),
    /** Null where only the day is known. */
    at: instantSchema.nullable(),
    title: z.string(),
    detail: z.string().nullable(),
    /** Of a contribution all that was paid; of a posting what came in, negative what went out. */
    amountFen: fenSchema.nullable(),
    /** The account's balance after a posting. */
    balanceFen: fenSchema.nullable(),
    /** Why it is there: who paid, which case, which run of the centre. */
    cause: z.object({ words: z.string(), caseNumber: z.string().nullable() }),
    /** What it is about, to be opened. */
    about: z.object({
      kind: z.enum(["account", "case", "window-case", "paper", "message"]),
      reference: z.string(),
    }),
  })
  .meta({ id: "TimelineEntry" });
export type TimelineEntryJson = z.infer<typeof timelineEntrySchema>;

export const listTimeline = endpoint({
  id: "listTimeline",
  method: "get",
  path: "/account/timeline",
  tag,
  summary: "账户时间线：缴费、办件、账户收支、文书和消息，最近的在前，每条写明起因",
  access: person,
  query: pageQuery.extend({
    kind: z.enum(timelineKinds).optional(),
    /** Both days included; contributions by their month. */
    from: dayInput.optional(),
    until: dayInput.optional(),
    /** All of these words, in whatever order. */
    q: z.string().trim().max(60).optional(),
  }),
  answer: pageOf(timelineEntrySchema),
});

export const lookSchema = z
  .object({
    id: z.string(),
    at: instantSchema,
    /** Role in which it was done, such as 审核人员; never a name. */
    role: z.string(),
    what: z.string(),
    /** Number of the case for which it was done, and what that case is about. */
    caseNumber: z.string().nullable(),
    matter: z.string().nullable(),
    /** Whether the case has a page here; one of the window's has not. */
    isOnline: z.boolean(),
  })
  .meta({ id: "Look" });
export type LookJson = z.infer<typeof lookSchema>;

export const listLooks = endpoint({
  id: "listLooks",
  method: "get",
  path: "/account/looks",
  tag,
  summary: "谁查看或处理过我的记录：时间、岗位、为哪个办件，最近的在前",
  access: person,
  query: pageQuery,
  answer: pageOf(lookSchema),
});

/** Answers an archive as it is written; nothing is kept of it. */
export const exportAccount = endpoint({
  id: "exportAccount",
  method: "post",
  path: "/account/export",
  tag,
  summary: "下载中心保存的关于我的全部资料（压缩包）；须再输一次密码，每天最多 3 次",
  access: person,
  body: z.strictObject({ password: z.string().min(1, "请输入密码").max(200, "密码太长") }),
  answerType: "application/zip",
});

const pastAccountSchema = z.object({
  number: z.string(),
  kindName: z.string(),
  /** As it stood on the day. */
  statusName: z.string(),
  statusSince: daySchema,
  /** Null where the ledger doesn't reach back to the day. */
  balanceFen: fenSchema.nullable(),
});

export const accountAsOfSchema = z
  .object({
    day: daySchema,
    isToday: z.boolean(),
    person: z.object({
      name: z.string(),
      personalNumber: z.string(),
      /** Null where only a later status is on record. */
      statusName: z.string().nullable(),
      statusSince: monthSchema.nullable(),
      schemeName: z.string().nullable(),
      unitName: z.string().nullable(),
    }),
    plan: z.object({ name: z.string(), since: monthSchema }).nullable(),
    /** What was paid last, up to the month of the day. */
    latest: z
      .object({
        month: monthSchema,
        rows: z.array(
          z.object({
            insuranceName: z.string(),
            baseFen: fenSchema,
            personalFen: fenSchema,
            unitFen: fenSchema,
            payer: z.string(),
          }),
        ),
      })
      .nullable(),
    totals: z.array(
      z.object({
        insuranceName: z.string(),
        first: monthSchema,
        last: monthSchema,
        months: z.int(),
      }),
    ),
    accounts: z.array(pastAccountSchema),
    /** What can't be known for that day, and why. */
    unknown: z.array(z.object({ what: z.string(), why: z.string() })),
    parameters: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        value: z.string(),
        mark: z.enum(["official", "sample"]),
        source: z.string(),
        from: daySchema,
        /** The first day on which another value holds. */
        until: daySchema.nullable(),
        /** Codes of the rules that read it. */
        rules: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: "AccountAsOf" });
export type AccountAsOfJson = z.infer<typeof accountAsOfSchema>;

export const getAccountAsOf = endpoint({
  id: "getAccountAsOf",
  method: "get",
  path: "/account/as-of",
  tag,
  summary: "某一天的账户和当日有效的政策参数；以后的日子不能查",
  access: person,
  query: z.object({ day: dayInput }),
  answer: accountAsOfSchema,
});

export const accountCourseSchema = z
  .object({
    /** Every month from the first to the current one, those without a payment too. */
    months: z.array(z.object({ month: monthSchema, personalFen: fenSchema, unitFen: fenSchema })),
    /** Balance of all housing accounts at the end of a month, since the ledger begins. */
    balances: z.array(z.object({ month: monthSchema, balanceFen: fenSchema })),
  })
  .meta({ id: "AccountCourse" });
export type AccountCourseJson = z.infer<typeof accountCourseSchema>;

export const getAccountCourse = endpoint({
  id: "getAccountCourse",
  method: "get",
  path: "/account/course",
  tag,
  summary: "历年缴费和公积金余额，按月",
  access: person,
  answer: accountCourseSchema,
});
