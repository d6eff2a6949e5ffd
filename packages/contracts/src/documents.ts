import { z } from "zod";
import { documentLinkSchema } from "./applications.ts";
import { endpoint } from "./endpoint.ts";
import { daySchema, instantSchema, pageOf, pageQuery } from "./wire.ts";

const holders = ["person", "agent"] as const;
export const documentNumberSchema = z.string().regex(/^[A-Z0-9-]{6,40}$/);

export const listDocuments = endpoint({
  id: "listDocuments",
  method: "get",
  path: "/documents",
  tag: "文书",
  summary: "我的文书，最近的在前",
  access: holders,
  query: pageQuery,
  answer: pageOf(documentLinkSchema),
});

export const getDocument = endpoint({
  id: "getDocument",
  method: "get",
  path: "/documents/{number}",
  tag: "文书",
  summary: "取文书（PDF）；还在制作时回 202 和 Retry-After",
  access: [...holders, "reviewer", "counter", "finance", "auditor"],
  params: z.object({ number: documentNumberSchema }),
  answerType: "application/pdf",
});

export const verificationSchema = z.object({
  outcome: z.enum(["valid", "expired", "superseded", "revoked", "unknown"]),
  title: z.string().nullable(),
  number: z.string().nullable(),
  maskedHolder: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  validUntil: daySchema.nullable(),
  supersededBy: z.string().nullable(),
  checkedAt: instantSchema,
});
export type VerificationJson = z.infer<typeof verificationSchema>;

export const verifyByCode = endpoint({
  id: "verifyByCode",
  method: "get",
  path: "/verification/{code}",
  tag: "文书验证",
  summary: "用验证码验证文书真伪",
  access: ["public"],
  params: z.object({ code: z.string().min(1).max(64) }),
  answer: verificationSchema,
});

export const verifyByHash = endpoint({
  id: "verifyByHash",
  method: "get",
  path: "/verification/by-hash/{sha256}",
  tag: "文书验证",
  summary: "用文件的 SHA-256 验证：文件留在本机，只比对摘要",
  access: ["public"],
  params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  answer: verificationSchema,
});

export const verificationKey = endpoint({
  id: "verificationKey",
  method: "get",
  path: "/verification-key",
  tag: "文书验证",
  summary: "二维码签名的公钥（Ed25519，base64url）",
  access: ["public"],
  answer: z.object({ publicKey: z.string() }),
});
