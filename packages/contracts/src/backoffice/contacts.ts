import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instantSchema } from "../wire.ts";

const tag = "后台：联系方式和收款账户";

const personalNumber = z
  .string("请填写个人编号")
  .trim()
  .toUpperCase()
  .regex(/^P\d{7}$/, "个人编号是字母P加7位数字");

const contactsSchema = z
  .object({
    personalNumber: z.string(),
    name: z.string(),
    /** Numbers are masked. */
    mobile: z.string().nullable(),
    accounts: z.array(
      z.object({
        kind: z.enum(["citizen-card", "bound-card"]),
        kindName: z.string(),
        bank: z.string(),
        maskedNumber: z.string(),
        verified: z.boolean(),
      }),
    ),
    /** Nothing is paid out before; null where nothing changed lately. */
    heldUntil: instantSchema.nullable(),
  })
  .meta({ id: "Contacts" });
export type ContactsJson = z.infer<typeof contactsSchema>;

export const getContacts = endpoint({
  id: "backoffice.getContacts",
  method: "get",
  path: "/backoffice/contacts/{personalNumber}",
  tag,
  summary: "一个人登记的手机和收款账户，号码打码；查看会记入审计",
  access: ["counter"],
  params: z.object({ personalNumber }),
  answer: contactsSchema,
});

export const changeContacts = endpoint({
  id: "backoffice.changeContacts",
  method: "post",
  path: "/backoffice/contacts/{personalNumber}",
  tag,
  summary: "本人带身份证件到柜面，变更手机或银行卡；通知发到原来的手机，付款暂缓",
  access: ["counter"],
  params: z.object({ personalNumber }),
  body: z
    .strictObject({
      /** As on the identity document; it guards against a slip in the number. */
      name: z.string("请填写姓名").trim().min(1, "请填写姓名").max(40, "姓名最多40个字"),
      /** The document was seen and belongs to who stands at the counter. */
      identityChecked: z.literal(true, "请先核对身份证件"),
      mobile: z.string().max(40).optional(),
      card: z
        .strictObject({
          kind: z.enum(["citizen-card", "bound-card"]),
          bank: z.string().trim().min(2, "请填写银行").max(40, "银行最多40个字"),
          number: z.string().max(40),
        })
        .optional(),
    })
    .refine(({ mobile, card }) => mobile !== undefined || card !== undefined, {
      message: "请填写要变更的手机或银行卡",
      path: ["mobile"],
    }),
  answer: contactsSchema,
  idempotent: true,
});

export const endSignIns = endpoint({
  id: "backoffice.endSignIns",
  method: "delete",
  path: "/backoffice/contacts/{personalNumber}/sign-ins",
  tag,
  summary: "结束一个人的全部登录，例如本人来说有人冒用；再做一次不多做什么",
  access: ["counter"],
  params: z.object({ personalNumber }),
  answer: z.object({ ended: z.int() }),
});
