import type { Request as HttpRequest } from "express";
import { type Refusal, refuse } from "./refusal.ts";

/** A csv sent as the body itself, at most `limit` bytes. */
export async function receiveCsv(request: HttpRequest, limit: number): Promise<Buffer | Refusal> {
  if (!/^text\/csv\b/i.test(request.headers["content-type"] ?? "")) return refuse("wrong-kind");
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    }
  } catch {
    return refuse("malformed", "上传没有完成，请重新上传。");
  }
  return size > limit ? refuse("too-large") : Buffer.concat(chunks);
}
