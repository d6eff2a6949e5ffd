import { enrolmentStates } from "@hall/domain/students";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import type { FormStep } from "../fields.ts";
import { daySchema, fenSchema, pageOf, pageQuery } from "../wire.ts";

const input = z.strictObject({ batchId: z.uuid("请先上传或填写名单") });

const options = z.strictObject({
  year: z.coerce
    .number("请选择参保年度")
    .int("请选择参保年度")
    .min(2000, "请选择参保年度")
    .max(2100, "请选择参保年度"),
});

const steps: readonly FormStep[] = [
  {
    title: "参保年度和名单",
    intro: "请仔细核对申报的数据。一名学生可以直接填写，多名学生请用模板上传。",
    fields: [
      { kind: "choice", name: "year", label: "参保年度", required: true },
      {
        kind: "list",
        name: "batchId",
        label: "学生名单",
        help: "有问题的格子会标红，可以在页面上直接改好，改完立即重新核对。",
        required: true,
      },
    ],
  },
];

export const studentEnrolmentContract = { kind: "application", input, options, steps } as const;

export const enrolmentStateSchema = z.enum(enrolmentStates);

export const enrolledStudentSchema = z
  .object({
    id: z.string(),
    year: z.int(),
    name: z.string(),
    maskedIdentityNumber: z.string(),
    classCode: z.string(),
    className: z.string(),
    guardian: z.string(),
    maskedMobile: z.string(),
    state: enrolmentStateSchema,
    stateName: z.string(),
    premiumFen: fenSchema,
    payBy: daySchema,
    paidOn: daySchema.nullable(),
    enrolledOn: daySchema,
    applicationNumber: z.string().nullable(),
  })
  .meta({ id: "EnrolledStudent" });
export type EnrolledStudentJson = z.infer<typeof enrolledStudentSchema>;

export const listEnrolledStudents = endpoint({
  id: "student-enrolment.students",
  method: "get",
  path: "/services/student-enrolment/students",
  tag: "居民医保参保学生新增",
  summary: "居民医保参保学生新增：本单位学生的缴费情况",
  access: ["agent"],
  query: pageQuery.extend({
    state: enrolmentStateSchema.optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
  }),
  answer: pageOf(enrolledStudentSchema).extend({
    /** How many there are of each state, for the year that is asked for or all. */
    counts: z.record(enrolmentStateSchema, z.int()),
  }),
});
