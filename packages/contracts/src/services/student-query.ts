import { exportFormats, studentListings } from "@hall/domain/services/student-query/scope";
import { enrolmentStates } from "@hall/domain/students";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { dayInput, daySchema, pageOf, pageQuery } from "../wire.ts";

const span = z.object({ start: dayInput, end: dayInput });

const listingSchema = z.enum(studentListings, "请选择新增明细或者登记汇总");
const formatSchema = z.enum(exportFormats, "请选择 xlsx 或 csv");

const scopeSchema = z.object({
  unitName: z.string(),
  start: daySchema,
  end: daySchema,
  classes: z.array(z.object({ code: z.string(), name: z.string() })),
  exports: z.array(
    z.object({ listing: listingSchema, format: formatSchema, fileName: z.string() }),
  ),
  identityNumbers: z.object({ screen: z.literal("masked"), export: z.literal("full") }),
});
export type StudentScopeJson = z.infer<typeof scopeSchema>;

export const studentQueryContract = {
  kind: "query",
  views: {
    scope: { summary: "查询范围：单位、起止日期、可导出的文件", query: span, answer: scopeSchema },
  },
} as const;

export const addedStudentSchema = z
  .object({
    id: z.string(),
    enrolledOn: daySchema,
    year: z.int(),
    name: z.string(),
    maskedIdentityNumber: z.string(),
    className: z.string(),
    guardian: z.string(),
    state: z.enum(enrolmentStates),
    stateName: z.string(),
    paidOn: daySchema.nullable(),
  })
  .meta({ id: "AddedStudent" });
export type AddedStudentJson = z.infer<typeof addedStudentSchema>;

const countsSchema = z.object({
  payable: z.int(),
  paid: z.int(),
  lapsed: z.int(),
  reduced: z.int(),
  total: z.int(),
});

export const studentSummarySchema = z
  .object({
    items: z.array(countsSchema.extend({ classCode: z.string(), className: z.string() })),
    totals: countsSchema,
  })
  .meta({ id: "StudentSummary" });
export type StudentSummaryJson = z.infer<typeof studentSummarySchema>;

const own = { tag: "居民医保参保学生信息查询", access: ["agent"] } as const;

export const listStudentsAdded = endpoint({
  ...own,
  id: "student-query.students",
  method: "get",
  path: "/services/student-query/students",
  summary: "居民医保参保学生信息查询：起止日期内登记的本单位学生，最近的在前",
  query: pageQuery.extend(span.shape),
  answer: pageOf(addedStudentSchema).extend({
    /** Of the whole query and not of the page. */
    total: z.int(),
  }),
});

export const summariseStudentsAdded = endpoint({
  ...own,
  id: "student-query.summary",
  method: "get",
  path: "/services/student-query/summary",
  summary: "居民医保参保学生信息查询：起止日期内的登记汇总，按班级和状态",
  query: span,
  answer: studentSummarySchema,
});

export const exportStudentsAdded = endpoint({
  ...own,
  id: "student-query.export",
  method: "get",
  path: "/services/student-query/export",
  summary: "居民医保参保学生信息查询：导出全部结果（xlsx 或 csv），证件号码完整，导出会记入审计",
  query: span.extend({ listing: listingSchema, format: formatSchema }),
  answerType: "application/octet-stream",
});
