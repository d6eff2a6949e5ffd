import { staffRoles, staffRolesFault } from "@hall/domain/staff-roles";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instantSchema, pageOf, pageQuery } from "../wire.ts";

const rolesSchema = z
  .array(z.enum(staffRoles), "请选择岗位")
  .transform((roles) => staffRoles.filter((role) => roles.includes(role)))
  .superRefine((roles, context) => {
    const fault = staffRolesFault(roles);
    if (fault) context.addIssue(fault);
  });

export const staffAccountSchema = z
  .object({
    id: z.uuid(),
    username: z.string(),
    name: z.string(),
    roles: z.array(z.enum(staffRoles)),
    /** Insured here as well: their own cases go to others. */
    personalNumber: z.string().nullable(),
    lockedAt: instantSchema.nullable(),
    lockedBy: z.string().nullable(),
    lastSignInAt: instantSchema.nullable(),
    /** An issued password that hasn't been changed yet. */
    mustChangePassword: z.boolean(),
    /** Whoever asks: another administrator changes it. */
    isSelf: z.boolean(),
  })
  .meta({ id: "StaffAccount" });
export type StaffAccountJson = z.infer<typeof staffAccountSchema>;

/**
 * What the new holder takes along. It is told once, in the answer of the act itself; a repetition
 * of the request gets null, for nothing of it is kept in the clear.
 */
const issuedSchema = z
  .object({
    password: z.string(),
    /** Base32, for typing into an authenticator. */
    totpSecret: z.string(),
    otpauth: z.string(),
    /** The same as a QR code: one path to be filled, in modules. */
    qr: z.object({ side: z.int(), filled: z.string() }),
  })
  .nullable();
export type IssuedJson = NonNullable<z.infer<typeof issuedSchema>>;

const tag = "后台：用户和岗位";
const idParams = z.object({ id: z.uuid() });

export const listStaff = endpoint({
  id: "backoffice.listStaff",
  method: "get",
  path: "/backoffice/staff",
  tag,
  summary: "工作人员，按用户名排列",
  access: ["admin", "auditor"],
  query: pageQuery,
  answer: pageOf(staffAccountSchema),
});

export const createStaff = endpoint({
  id: "backoffice.createStaff",
  method: "post",
  path: "/backoffice/staff",
  tag,
  summary: "建立用户：发放初始密码和动态口令密钥，只在这次回答里给出",
  access: ["admin"],
  body: z.strictObject({
    username: z
      .string("请填写用户名")
      .trim()
      .toLowerCase()
      .regex(/^[a-z][a-z0-9]{2,29}$/, "用户名是3到30位小写字母和数字，字母开头"),
    name: z.string("请填写姓名").trim().min(2, "请填写姓名").max(40, "姓名最多40个字"),
    roles: rolesSchema,
    personalNumber: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^P\d{7}$/, "个人编号是字母P加7位数字")
      .optional(),
  }),
  answer: z.object({ account: staffAccountSchema, issued: issuedSchema }),
  status: 201,
  idempotent: true,
});

export const setStaffRoles = endpoint({
  id: "backoffice.setStaffRoles",
  method: "put",
  path: "/backoffice/staff/{id}/roles",
  tag,
  summary: "更改岗位；不能改自己的，改后本人须重新登录",
  access: ["admin"],
  params: idParams,
  body: z.strictObject({ roles: rolesSchema }),
  answer: staffAccountSchema,
  idempotent: true,
});

export const lockStaff = endpoint({
  id: "backoffice.lockStaff",
  method: "post",
  path: "/backoffice/staff/{id}/lock",
  tag,
  summary: "停用：立即退出登录，不能再登录；不能停用自己",
  access: ["admin"],
  params: idParams,
  answer: staffAccountSchema,
  idempotent: true,
});

export const unlockStaff = endpoint({
  id: "backoffice.unlockStaff",
  method: "post",
  path: "/backoffice/staff/{id}/unlock",
  tag,
  summary: "恢复停用的用户",
  access: ["admin"],
  params: idParams,
  answer: staffAccountSchema,
  idempotent: true,
});

export const issueStaffCredentials = endpoint({
  id: "backoffice.issueStaffCredentials",
  method: "post",
  path: "/backoffice/staff/{id}/credentials",
  tag,
  summary: "重新发放密码和动态口令密钥：原来的立即作废；不能给自己发放",
  access: ["admin"],
  params: idParams,
  answer: z.object({ account: staffAccountSchema, issued: issuedSchema }),
  idempotent: true,
});
