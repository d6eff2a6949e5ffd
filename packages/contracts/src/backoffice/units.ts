import { unitPermissionKinds } from "@hall/domain/unit-permissions";
import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { daySchema, instantSchema, pageOf, pageQuery } from "../wire.ts";
import { queryDay } from "./period.ts";

const unitKindSchema = z.enum(["employer", "agency", "school", "rental"]);
const permissionKindSchema = z.enum(unitPermissionKinds, "请选择要开通的权限");

export const unitPermissionSchema = z
  .object({
    id: z.uuid(),
    kind: permissionKindSchema,
    kindName: z.string(),
    agreement: z.string(),
    validFrom: daySchema,
    /** Last day, included; null without an end. */
    validUntil: daySchema.nullable(),
    state: z.enum(["coming", "in-force", "ended", "closed"]),
    openedAt: instantSchema,
    openedBy: z.string().nullable(),
    closedAt: instantSchema.nullable(),
    closedBy: z.string().nullable(),
    closeReason: z.string().nullable(),
  })
  .meta({ id: "UnitPermission" });
export type UnitPermissionJson = z.infer<typeof unitPermissionSchema>;

const unitSchema = z.object({
  code: z.string(),
  name: z.string(),
  creditCode: z.string(),
  kind: unitKindSchema,
  kindName: z.string(),
});

const readers = ["counter", "reviewer", "auditor", "admin"] as const;
const tag = "后台：单位和权限";
const unitParams = z.object({ code: z.string().regex(/^U\d{7}$/) });

export const listUnits = endpoint({
  id: "backoffice.listUnits",
  method: "get",
  path: "/backoffice/units",
  tag,
  summary: "单位，按单位代码排列；可以按单位代码、名称或统一社会信用代码查",
  access: readers,
  query: pageQuery.extend({ search: z.string().trim().max(60).optional() }),
  answer: pageOf(unitSchema.extend({ permitted: z.array(z.string()) })),
});

export const getUnit = endpoint({
  id: "backoffice.getUnit",
  method: "get",
  path: "/backoffice/units/{code}",
  tag,
  summary: "一个单位：经办人员、数字证书、开通过的权限；查看会记入审计",
  access: readers,
  params: unitParams,
  answer: unitSchema
    .extend({
      agents: z.array(
        z.object({ name: z.string(), maskedMobile: z.string().nullable(), isFirst: z.boolean() }),
      ),
      certificates: z.array(
        z.object({
          serial: z.string(),
          notBefore: instantSchema,
          notAfter: instantSchema,
          revokedAt: instantSchema.nullable(),
        }),
      ),
      /** The latest opened first. */
      permissions: z.array(unitPermissionSchema),
    })
    .meta({ id: "Unit" }),
});

export const openPermission = endpoint({
  id: "backoffice.openPermission",
  method: "post",
  path: "/backoffice/units/{code}/permissions",
  tag,
  summary: "为单位开通一项权限：写明依据和有效期，并通知单位",
  access: ["counter"],
  params: unitParams,
  body: z.strictObject({
    kind: permissionKindSchema,
    agreement: z
      .string("请写明协议或申请的名称和编号")
      .trim()
      .min(4, "请写明协议或申请的名称和编号")
      .max(120, "依据最多120个字"),
    validFrom: queryDay,
    validUntil: queryDay.optional(),
  }),
  answer: unitPermissionSchema,
  status: 201,
  idempotent: true,
});

export const closePermission = endpoint({
  id: "backoffice.closePermission",
  method: "post",
  path: "/backoffice/units/{code}/permissions/{id}/closing",
  tag,
  summary: "关闭一项权限：即日起不能再申请，写明原因并通知单位",
  access: ["counter"],
  params: unitParams.extend({ id: z.uuid() }),
  body: z.strictObject({
    reason: z.string("请写明原因").trim().min(4, "请写明原因").max(120, "原因最多120个字"),
  }),
  answer: unitPermissionSchema,
  idempotent: true,
});
