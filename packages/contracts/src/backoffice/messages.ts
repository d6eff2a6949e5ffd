import { z } from "zod";
import { endpoint } from "../endpoint.ts";
import { instantSchema, pageOf, pageQuery } from "../wire.ts";

export const outboxMessageSchema = z
  .object({
    id: z.string(),
    channel: z.enum(["inbox", "sms", "email"]),
    title: z.string(),
    applicationNumber: z.string().nullable(),
    maskedReceiver: z.string().nullable(),
    state: z.enum(["queued", "failing", "sent", "delivered"]),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: instantSchema,
    sentAt: instantSchema.nullable(),
    /** What the local stand-in of the gateway received; null where a real one is configured. */
    localBody: z.string().nullable(),
  })
  .meta({ id: "OutboxMessage" });
export type OutboxMessage = z.infer<typeof outboxMessageSchema>;

const tag = "后台：消息";

export const listOutbox = endpoint({
  id: "backoffice.listOutbox",
  method: "get",
  path: "/backoffice/messages",
  tag,
  summary: "发出的消息和状态，最近的在前；本机网关收到的内容只在演示环境有",
  access: ["admin", "auditor"],
  query: pageQuery.extend({
    channel: z.enum(["inbox", "sms", "email"]).default("sms"),
    state: z.enum(["queued", "failing", "sent"]).optional(),
    application: z
      .string()
      .regex(/^\d{9,24}$/)
      .optional(),
  }),
  answer: pageOf(outboxMessageSchema),
});

export const resendMessage = endpoint({
  id: "backoffice.resendMessage",
  method: "post",
  path: "/backoffice/messages/{id}/resend",
  tag,
  summary: "重新发送没有发出的消息；已发出的不再发",
  access: ["admin"],
  params: z.object({ id: z.string().max(140) }),
  answer: z.object({ id: z.string(), state: z.literal("queued") }),
  idempotent: true,
});
