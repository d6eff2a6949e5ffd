import { createHash, randomUUID } from "node:crypto";
import type { RawRow } from "@hall/domain/list";
import type { Read } from "../cases/situation.ts";
import type { Hall } from "../hall.ts";
import { type Refusal, refuse } from "../http/refusal.ts";
import { addRows, type Batch } from "../store/list-batches.ts";
import { checkBatch, judgeHere } from "./check-batch.ts";
import { columnsOf, type ListService, seatOf } from "./list-service.ts";
import { ListThreadFailure, openListThread } from "./list-thread.ts";
import type { Upload } from "./receive-upload.ts";
import { listSlots } from "./slots.ts";
import { isUnreadable } from "./unreadable.ts";

/** Lists of so many rows are checked before the answer goes out. */
const CHECKED_AT_ONCE = 500;
/** Unfiled lists that a unit may keep; each holds personal data of many. */
const MOST_UNFILED = 30;

export interface NewList {
  readonly hall: Hall;
  readonly of: ListService;
  readonly read: Read;
  readonly unitId: string;
  readonly agentId: string;
  readonly options: object;
}

/** Too many lists lie about: the unit deletes some first. Nothing is deleted for it. */
export async function refuseTooMany({ hall, of, unitId }: NewList): Promise<Refusal | null> {
  const unfiled = await hall.db.listBatch.count({
    where: { service: of.service.code, unitId, state: { not: "filed" } },
  });
  if (unfiled < MOST_UNFILED) return null;
  return refuse("conflict", `没有提交的名单已有${unfiled}份，请先删除不用的，再上传新的。`);
}

/**
 * Takes a file in: read in a thread, and kept only if it is a list. The check goes on behind the
 * answer where the list is long.
 */
export async function takeFile(list: NewList, upload: Upload): Promise<Batch | Refusal> {
  const giveBack = await listSlots.take();
  if (!giveBack) return refuse("too-many", "正在核对的名单较多，请过一会儿再上传。");
  const thread = openListThread();
  const leave = async () => {
    await thread.close();
    giveBack();
  };
  try {
    const { hall, of, read, options } = list;
    const form = { columns: columnsOf(of, read.situation), maxRows: of.list.maxRows };
    const seat = await seatOf(hall, of, read, options);
    const { bytes, fileName } = upload;
    const answer = await thread.ask("read", { bytes, fileName, form, seat });
    if (isUnreadable(answer)) {
      await leave();
      return refuse("unreadable-list", answer.unreadable);
    }
    const batch = await insertBatch(list, fileName, bytes, answer.rows);
    const check = checkBatch(hall, of, batch, thread, answer.rows).finally(leave);
    if (answer.rows > CHECKED_AT_ONCE) return batch;
    await check;
    return await hall.db.listBatch.findUniqueOrThrow({ where: { id: batch.id } });
  } catch (error) {
    await leave();
    if (!(error instanceof ListThreadFailure)) throw error;
    list.hall.log.warn({ reason: error.message }, "list not read");
    return refuse(
      "unreadable-list",
      "这个文件太大或太复杂，不能读取。请把名单复制到新下载的模板里再上传。",
    );
  }
}

/** Takes rows in that were typed on the page, and checks them at once. */
export async function takeRows(
  list: NewList,
  typed: readonly Readonly<Record<string, string>>[],
): Promise<Batch | Refusal> {
  const { hall, of, unitId, options } = list;
  const known = new Set(columnsOf(of, list.read.situation).map(({ key }) => key));
  const unknown = typed.flatMap((cells) => Object.keys(cells)).find((key) => !known.has(key));
  if (unknown !== undefined) return refuse("malformed", "名单里有不认识的列，请刷新页面再填写。");
  const rows = typed
    .map((cells) => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== "")))
    .map((cells, index): RawRow => ({ line: index + 2, cells }))
    .filter(({ cells }) => Object.keys(cells).length > 0);
  if (rows.length === 0) return refuse("malformed", "名单里一行也没有填写。");
  const judged = await judgeHere(hall, of, unitId, options, rows);
  const batch = await insertBatch(list, "页面填写", JSON.stringify(rows), rows.length);
  await addRows(hall, batch.id, of.list.key, judged);
  return hall.db.listBatch.update({ where: { id: batch.id }, data: { state: "checked" } });
}

async function insertBatch(
  { hall, of, unitId, agentId, options }: NewList,
  fileName: string,
  content: Buffer | string,
  totalRows: number,
): Promise<Batch> {
  return hall.db.listBatch.create({
    data: {
      id: randomUUID(),
      service: of.service.code,
      unitId,
      agentId,
      fileName,
      fileSha256: createHash("sha256").update(content).digest("hex"),
      options: options as Record<string, string | number>,
      state: "checking",
      totalRows,
      createdAt: hall.clock.instant(),
    },
  });
}
