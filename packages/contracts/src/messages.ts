import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { instantSchema, pageOf, pageQuery } from "./wire.ts";

export const messageSchema = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  applicationNumber: z.string().nullable(),
  createdAt: instantSchema,
  read: z.boolean(),
});
export type MessageJson = z.infer<typeof messageSchema>;

const holders = ["person", "agent"] as const;

export const listMessages = endpoint({
  id: "listMessages",
  method: "get",
  path: "/messages",
  tag: "消息",
  summary: "站内消息，最近的在前",
  access: holders,
  query: pageQuery,
  answer: pageOf(messageSchema).extend({ unread: z.int() }),
});

export const readMessage = endpoint({
  id: "readMessage",
  method: "put",
  path: "/messages/{id}/read",
  tag: "消息",
  summary: "标为已读",
  access: holders,
  params: z.object({ id: z.string().max(120) }),
  status: 204,
});
