import { basename } from "node:path";
import { LIST_FILE_LIMIT } from "@hall/contracts/lists";
import busboy from "busboy";
import type { Request as HttpRequest } from "express";
import { type Refusal, refuse } from "../http/refusal.ts";

/** A file with the fields of its form. */
export interface Upload {
  readonly bytes: Buffer;
  readonly fileName: string;
  readonly fields: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 120;

/** Takes one file of at most 10 MB; what is larger, or no form at all, is refused. */
export function receiveUpload(request: HttpRequest): Promise<Upload | Refusal> {
  const type = request.headers["content-type"] ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return Promise.resolve(refuse("wrong-kind"));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const fields: Record<string, string> = {};
    let fileName: string | null = null;
    const end = (answer: Upload | Refusal) => {
      request.unpipe();
      request.resume(); // what is still to come is let go, or the answer would not be read
      resolve(answer);
    };
    const broken = () => end(refuse("malformed", "上传没有完成，请重新上传。"));
    const form = openForm(request);
    if (form === null) return broken();
    form.on("field", (name, value) => {
      fields[name] = value;
    });
    form.on("file", (_field, stream, info) => {
      fileName = basename(info.filename ?? "").slice(-LONGEST_NAME) || "名单";
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => end(refuse("too-large", "文件超过了10MB，请分成几份上传。")));
    });
    form.on("error", broken);
    form.on("close", () => {
      if (fileName === null) return end(refuse("malformed", "请选择要上传的文件。"));
      end({ bytes: Buffer.concat(chunks), fileName, fields });
    });
    request.on("aborted", broken);
    request.pipe(form);
  });
}

/** Null where the form's head can't be read. */
function openForm({ headers }: HttpRequest) {
  try {
    return busboy({
      headers,
      defParamCharset: "utf8",
      limits: { fileSize: LIST_FILE_LIMIT, files: 1, fields: 10, fieldSize: 1_000, parts: 12 },
    });
  } catch {
    return null;
  }
}
