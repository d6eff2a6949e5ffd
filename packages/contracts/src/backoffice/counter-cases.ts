import { counterOutcomes } from "@hall/domain/progress";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { daySchema, instantSchema, pageOf, pageQuery } from "../wire.ts";
import { dueMarkSchema } from "./review.ts";

/** Longest promise that the window makes, in working days. */
export const MOST_WORKING_DAYS = 180;

const outcomeSchema = z.enum(counterOutcomes, "请选择办理结果");

export const counterCaseSchema = z
  .object({
    number: z.string(),
    matter: z.string(),
    personalNumber: z.string(),
    maskedName: z.string(),
    acceptedAt: instantSchema,
    workingDays: z.int(),
    dueOn: daySchema.nullable(),
    /** Null once it is finished. */
    mark: dueMarkSchema.nullable(),
    step: z.string(),
    outcome: outcomeSchema.nullable(),
    outcomeName: z.string().nullable(),
    result: z.string().nullable(),
    finishedAt: instantSchema.nullable(),
    /** Sent back with a change: one made on an older screen is refused. */
    version: z.int(),
    /** The case of whoever asks: somebody else handles it. */
    isOwn: z.boolean(),
    steps: z.array(
      z.object({
        no: z.int(),
        title: z.string(),
        note: z.string().nullable(),
        staffName: z.string().nullable(),
        at: instantSchema,
      }),
    ),
  })
  .meta({ id: "CounterCase" });
export type CounterCaseJson = z.infer<typeof counterCaseSchema>;

const tag = "后台：窗口承诺件";
const numberParams = z.object({ number: z.string().regex(/^\d{9,24}$/) });
const noteSchema = z.string().trim().max(200, "说明最多200个字").default("");

export const listCounterCases = endpoint({
  id: "backoffice.listCounterCases",
  method: "get",
  path: "/backoffice/counter-cases",
  tag,
  summary: "窗口承诺件，最近受理的在前；可以只看未办结的，或按个人编号查",
  access: ["counter", "auditor"],
  query: pageQuery.extend({
    show: z.enum(["open", "all"]).default("open"),
    personalNumber: z.string().trim().max(20).optional(),
  }),
  answer: pageOf(counterCaseSchema.omit({ steps: true })),
});

export const getCounterCase = endpoint({
  id: "backoffice.getCounterCase",
  method: "get",
  path: "/backoffice/counter-cases/{number}",
  tag,
  summary: "一件窗口承诺件和它的各个环节；查看会记入审计",
  access: ["counter", "auditor"],
  params: numberParams,
  answer: counterCaseSchema,
});

export const registerCounterCase = endpoint({
  id: "backoffice.registerCounterCase",
  method: "post",
  path: "/backoffice/counter-cases",
  tag,
  summary: "登记窗口受理的承诺件：事项、本人、承诺的工作日数；办结期限按工作日历算出",
  access: ["counter"],
  body: z.strictObject({
    personalNumber: z
      .string("请填写个人编号")
      .trim()
      .toUpperCase()
      .regex(/^P\d{7}$/, "个人编号是字母P加7位数字"),
    /** As on the identity document; it guards against a slip in the number. */
    name: z.string("请填写姓名").trim().min(1, "请填写姓名").max(40, "姓名最多40个字"),
    matter: z.string("请填写事项").trim().min(2, "请填写事项").max(60, "事项最多60个字"),
    workingDays: z
      .int("请填写承诺的工作日数")
      .min(1, "承诺的工作日数至少是1")
      .max(MOST_WORKING_DAYS, `承诺的工作日数最多是${MOST_WORKING_DAYS}`),
    note: noteSchema,
  }),
  answer: counterCaseSchema,
  status: 201,
  idempotent: true,
});

export const updateCounterCase = endpoint({
  id: "backoffice.updateCounterCase",
  method: "patch",
  path: "/backoffice/counter-cases/{number}",
  tag,
  summary: "进入下一环节（step），或者办结并写明结果（outcome、result）；办结后不能再改",
  access: ["counter"],
  params: numberParams,
  body: z
    .strictObject({
      version: z.int(),
      step: z.string().trim().min(2, "请填写环节").max(40, "环节最多40个字").optional(),
      outcome: outcomeSchema.optional(),
      result: z.string().trim().min(2, "请写明结果").max(200, "结果最多200个字").optional(),
      note: noteSchema,
    })
    .check((context) => {
      const { step, outcome, result } = context.value;
      const fault = (path: string, message: string) =>
        context.issues.push({ code: "custom", input: context.value, path: [path], message });
      if (step === undefined && outcome === undefined) fault("step", "请填写环节，或者选择办结");
      if (step !== undefined && outcome !== undefined) fault("step", "办结时不再填写环节");
      if (outcome !== undefined && result === undefined) fault("result", "请写明结果");
      if (outcome === undefined && result !== undefined) fault("outcome", "请选择办理结果");
    }),
  answer: counterCaseSchema,
  idempotent: true,
});
