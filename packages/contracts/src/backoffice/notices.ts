import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { noticeAudienceSchema, noticeSchema } from "../notices.ts";
import { instantSchema, pageOf, pageQuery } from "../wire.ts";
import { queryDay } from "./period.ts";

export const keptNoticeSchema = noticeSchema
  .extend({
    /** `coming`, `shown` and `over` are of a published one, by today. */
    state: z.enum(["draft", "coming", "shown", "over", "withdrawn"]),
    draftedBy: z.string(),
    draftedAt: instantSchema,
    publishedBy: z.string().nullable(),
    publishedAt: instantSchema.nullable(),
    withdrawnBy: z.string().nullable(),
    withdrawnAt: instantSchema.nullable(),
    /** Sent back with an act: one made on an older screen is refused. */
    version: z.int(),
  })
  .meta({ id: "KeptNotice" });
export type KeptNoticeJson = z.infer<typeof keptNoticeSchema>;

const tag = "后台：公告";
const idParams = z.object({ id: z.uuid() });
const versionBody = z.strictObject({ version: z.int() });

const textBody = z.strictObject({
  title: z.string("请填写标题").trim().min(4, "标题至少4个字").max(60, "标题最多60个字"),
  body: z.string("请填写内容").trim().min(4, "请填写内容").max(2_000, "内容最多2000个字"),
  audience: noticeAudienceSchema,
  from: queryDay,
  until: queryDay,
});

export const listKeptNotices = endpoint({
  id: "backoffice.listNotices",
  method: "get",
  path: "/backoffice/notices",
  tag,
  summary: "公告，最近起草的在前",
  access: ["policy", "admin", "reviewer", "counter", "auditor"],
  query: pageQuery,
  answer: pageOf(keptNoticeSchema),
});

export const draftNotice = endpoint({
  id: "backoffice.draftNotice",
  method: "post",
  path: "/backoffice/notices",
  tag,
  summary: "起草公告：标题、内容、给谁看、从哪天到哪天；发布前没有人看到",
  access: ["policy", "admin"],
  body: textBody,
  answer: keptNoticeSchema,
  status: 201,
  idempotent: true,
});

export const changeNotice = endpoint({
  id: "backoffice.changeNotice",
  method: "put",
  path: "/backoffice/notices/{id}",
  tag,
  summary: "修改还没有发布的公告；发布了的不能改，只能撤下",
  access: ["policy", "admin"],
  params: idParams,
  body: textBody.extend(versionBody.shape),
  answer: keptNoticeSchema,
  idempotent: true,
});

export const publishNotice = endpoint({
  id: "backoffice.publishNotice",
  method: "post",
  path: "/backoffice/notices/{id}/publication",
  tag,
  summary: "发布公告",
  access: ["policy", "admin"],
  params: idParams,
  body: versionBody,
  answer: keptNoticeSchema,
  idempotent: true,
});

export const withdrawNotice = endpoint({
  id: "backoffice.withdrawNotice",
  method: "post",
  path: "/backoffice/notices/{id}/withdrawal",
  tag,
  summary: "撤下公告；没有发布的就是作废草稿",
  access: ["policy", "admin"],
  params: idParams,
  body: versionBody,
  answer: keptNoticeSchema,
  idempotent: true,
});
