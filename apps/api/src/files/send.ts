import type { IncomingMessage } from "node:http";
import type { FileJson } from "@hall/contracts/files";
import { type Refusal, refuse } from "../http/refusal.ts";
import type { Call } from "../http/route.ts";
import { fileJson } from "./file-row.ts";
import { ownFile } from "./own-file.ts";
import { finish, refusalOfFaults } from "./take-in.ts";
import { SENT_AT_ONCE } from "./upload-limits.ts";

type SendCall = Call<{ id: string }, { offset: number }, undefined>;

/** Takes the next bytes of a file; with the last of them it is checked (EVD-1, EVD-3). */
export async function send(call: SendCall): Promise<FileJson | Refusal> {
  const { hall, actor, params, request } = call;
  if (!/^application\/octet-stream\b/i.test(request.get("content-type") ?? "")) {
    return refuse("wrong-kind", "文件内容请以 application/octet-stream 发送。");
  }
  const others = [...senders].filter(
    ([id, { ownerId }]) => ownerId === actor.id && id !== params.id,
  );
  if (others.length >= SENT_AT_ONCE) {
    return refuse("too-many", "同时上传的文件较多，请等前面的传完。", { retryAfterSeconds: 1 });
  }
  return alone(params.id, { request, ownerId: actor.id }, async () => {
    const file = await ownFile(hall, actor, params.id);
    if (!file) return refuse("not-found");
    if (file.state === "ready") return fileJson(hall, file);
    if (file.state === "refused") return refusalOfFaults(fileJson(hall, file).faults);
    if (call.query.offset !== file.receivedBytes) {
      return refuse("conflict", `已收到${file.receivedBytes}字节，请从那里接着送。`);
    }
    if (file.receivedBytes === file.sizeBytes) return finish(hall, file);
    const left = file.sizeBytes - file.receivedBytes;
    if (Number(request.get("content-length") ?? 0) > left) return tooLong;
    const { outcome, ...progress } = await hall.files.parts.append(
      file.id,
      file,
      file.sizeBytes,
      request,
    );
    const { count } = await hall.db.evidenceFile.updateMany({
      where: { id: file.id, state: "receiving", partBytes: file.partBytes },
      data: progress,
    });
    if (count === 0) return refuse("conflict", "这个文件正在别处上传，请稍后查看。");
    if (outcome === "broken") return refuse("malformed", "上传没有完成，可以接着上传。");
    if (outcome === "too-large") return tooLong;
    const now = { ...file, ...progress };
    return now.receivedBytes < now.sizeBytes ? fileJson(hall, now) : finish(hall, now);
  });
}

const tooLong = refuse("too-large", "送来的内容比登记的大小多，请重新选择文件上传。");

interface Sender {
  readonly ownerId: string;
  readonly stop: () => void;
  readonly gone: Promise<void>;
}

const senders = new Map<string, Sender>();

/** Who comes back after a broken line is let in: the old connection may not know yet that it is. */
async function alone<T>(
  id: string,
  { request, ownerId }: { readonly request: IncomingMessage; readonly ownerId: string },
  work: () => Promise<T>,
): Promise<T> {
  for (let other = senders.get(id); other; other = senders.get(id)) {
    other.stop();
    await other.gone;
  }
  let leave = () => {};
  const gone = new Promise<void>((resolve) => {
    leave = resolve;
  });
  senders.set(id, {
    ownerId,
    gone,
    stop: () => {
      if (!request.readableEnded) request.destroy();
    },
  });
  try {
    return await work();
  } finally {
    senders.delete(id);
    leave();
  }
}
