import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { daySchema } from "./wire.ts";

/** Whom a notice is for: everybody, or one side of the hall after sign-in. */
export const noticeAudiences = ["all", "person", "unit"] as const;
export const noticeAudienceSchema = z.enum(noticeAudiences, "请选择给谁看");

export const noticeSchema = z
  .object({
    id: z.uuid(),
    title: z.string(),
    /** Plain text; lines are parted by line breaks. */
    body: z.string(),
    audience: noticeAudienceSchema,
    /** First and last day on which it is shown. */
    from: daySchema,
    until: daySchema,
  })
  .meta({ id: "Notice" });
export type NoticeJson = z.infer<typeof noticeSchema>;

export const listNotices = endpoint({
  id: "listNotices",
  method: "get",
  path: "/notices",
  tag: "公告",
  summary: "今天的公告，最近发布的在前；登录后还有只给个人或只给单位的",
  access: ["public"],
  answer: z.object({ items: z.array(noticeSchema) }),
});
