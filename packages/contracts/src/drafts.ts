import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { instantSchema } from "./wire.ts";

export const draftSchema = z.object({
  id: z.uuid(),
  service: z.string(),
  input: z.record(z.string(), z.unknown()),
  version: z.int(),
  updatedAt: instantSchema,
  /** Rules or prices have changed since it was saved. */
  changed: z.boolean(),
});

const owners = ["person", "agent"] as const;
const serviceQuery = z.object({ service: z.string().max(60) });

export const listDrafts = endpoint({
  id: "listDrafts",
  method: "get",
  path: "/drafts",
  tag: "草稿",
  summary: "我的草稿",
  access: owners,
  query: serviceQuery.partial(),
  answer: z.object({ items: z.array(draftSchema) }),
});

export const saveDraft = endpoint({
  id: "saveDraft",
  method: "put",
  path: "/drafts/{service}",
  tag: "草稿",
  summary: "保存草稿（每个事项一份）",
  access: owners,
  params: serviceQuery,
  body: z.strictObject({
    input: z.record(z.string().max(60), z.unknown()),
    /** Version that was read; another one in the meantime is a conflict. Absent for a new draft. */
    version: z.int().optional(),
  }),
  answer: draftSchema,
});

export const deleteDraft = endpoint({
  id: "deleteDraft",
  method: "delete",
  path: "/drafts/{service}",
  tag: "草稿",
  summary: "删除草稿",
  access: owners,
  params: serviceQuery,
  status: 204,
});
