import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { instantSchema } from "./wire.ts";

/** Bytes that a browser sends at once: little enough to be sent again over a bad line. */
export const FILE_CHUNK_BYTES = 512 * 1024;
/** Files that one login may have without a case naming them. */
export const MOST_LOOSE_FILES = 40;
/** Hours after which a file that no case names is removed. */
export const LOOSE_FILE_HOURS = 24;

const kindSchema = z.enum(["image", "pdf"]);
/** What is drawn over a picture while it is cut to size, and for the reviewer. */
const outlineSchema = z.enum(["portrait"]).nullable();

/** A place for evidence, for the form, the guide and the browser's own checks. */
export const evidenceSlotSchema = z
  .object({
    slot: z.string(),
    label: z.string(),
    help: z.string().nullable(),
    required: z.boolean(),
    /** Its limits in words. */
    limits: z.string(),
    kinds: z.array(kindSchema),
    /** Media types to offer when choosing. */
    accept: z.array(z.string()),
    minBytes: z.int(),
    maxBytes: z.int(),
    maxFiles: z.int(),
    maxPages: z.int(),
    image: z.object({
      formats: z.array(z.enum(["jpeg", "png", "webp"])),
      minWidth: z.int().nullable(),
      maxWidth: z.int().nullable(),
      minHeight: z.int().nullable(),
      maxHeight: z.int().nullable(),
      minWhiteBorderPercent: z.int().nullable(),
    }),
    outline: outlineSchema,
    /** For whom, in words; null for everybody. The check tells for a given input. */
    when: z.string().nullable(),
  })
  .meta({ id: "EvidenceSlot" });
export type EvidenceSlotJson = z.infer<typeof evidenceSlotSchema>;

const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** What the receipt says of each file (XPL-10): received, stored, readable. */
export const evidenceReceiptSchema = z
  .object({
    fileId: z.uuid(),
    slot: z.string(),
    label: z.string(),
    outline: outlineSchema,
    fileName: z.string(),
    mediaType: z.string(),
    /** Of the bytes received, as their hash is; the copy that is kept has a hash of its own. */
    sizeBytes: z.int(),
    receivedSha256: sha256Schema,
    storedSha256: sha256Schema,
    attachedAt: instantSchema,
    state: z.enum(["readable", "damaged"]),
    /** When the store was last searched for it, beyond the proof at its coming in. */
    verifiedAt: instantSchema.nullable(),
  })
  .meta({ id: "EvidenceReceipt" });
export type EvidenceReceiptJson = z.infer<typeof evidenceReceiptSchema>;

/** How a submission names its files. */
export const evidenceInput = z
  .array(z.strictObject({ slot: z.string().max(60), fileId: z.uuid() }))
  .max(MOST_LOOSE_FILES)
  .default([]);
export type EvidenceInput = z.output<typeof evidenceInput>;

/**
 * A file on its way: `receiving` until all of it has come, `checking` for a moment, then `ready`,
 * or `refused` for the reasons in `faults`.
 */
export const fileSchema = z
  .object({
    id: z.uuid(),
    service: z.string(),
    slot: z.string(),
    fileName: z.string(),
    state: z.enum(["receiving", "checking", "refused", "ready"]),
    sizeBytes: z.int(),
    /** Where to go on sending. */
    receivedBytes: z.int(),
    mediaType: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    pages: z.int().nullable(),
    receivedSha256: sha256Schema.nullable(),
    storedSha256: sha256Schema.nullable(),
    faults: z.array(z.object({ path: z.string(), message: z.string() })),
    applicationNumber: z.string().nullable(),
    createdAt: instantSchema,
    /** When it is removed unless a case names it. */
    expiresAt: instantSchema.nullable(),
  })
  .meta({ id: "File" });
export type FileJson = z.infer<typeof fileSchema>;

const tag = "材料";
const owners = ["person", "agent"] as const;
const fileParams = z.object({ id: z.uuid() });

export const createFile = endpoint({
  id: "createFile",
  method: "post",
  path: "/files",
  tag,
  summary: "登记一个要上传的文件：给哪个事项的哪一项材料，多大；随后用 PUT 送内容",
  access: owners,
  body: z.strictObject({
    service: z.string().max(60),
    slot: z.string().max(60),
    fileName: z.string().max(300),
    sizeBytes: z
      .int()
      .min(1, "这个文件是空的，请重新选择。")
      .max(2 ** 31 - 1),
  }),
  answer: fileSchema,
  status: 201,
  idempotent: true,
});

export const sendFile = endpoint({
  id: "sendFile",
  method: "put",
  path: "/files/{id}",
  tag,
  summary:
    "送文件内容，从 offset 起；中断后查 receivedBytes 再接着送。送完即检查，不合格的逐条说明原因",
  access: owners,
  params: fileParams,
  query: z.object({ offset: z.coerce.number().int().min(0) }),
  bodyType: "application/octet-stream",
  answer: fileSchema,
});

export const listFiles = endpoint({
  id: "listFiles",
  method: "get",
  path: "/files",
  tag,
  summary: "我上传了还没有随申请提交的文件（草稿换设备后接着办）",
  access: owners,
  query: z.object({ service: z.string().max(60).optional() }),
  answer: z.object({ items: z.array(fileSchema) }),
});

export const getFile = endpoint({
  id: "getFile",
  method: "get",
  path: "/files/{id}",
  tag,
  summary: "一个文件送到哪里、检查结果如何",
  access: owners,
  params: fileParams,
  answer: fileSchema,
});

export const getFileContent = endpoint({
  id: "getFileContent",
  method: "get",
  path: "/files/{id}/content",
  tag,
  summary: "文件内容：本人，或正在办理该件的工作人员；每次查看都记入审计",
  access: ["person", "agent", "reviewer", "counter"],
  params: fileParams,
  answerType: "application/octet-stream",
});

export const removeFile = endpoint({
  id: "removeFile",
  method: "delete",
  path: "/files/{id}",
  tag,
  summary: "删去还没有随申请提交的文件",
  access: owners,
  params: fileParams,
  status: 204,
});
