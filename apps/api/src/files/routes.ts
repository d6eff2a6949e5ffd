import {
  createFile,
  getFile,
  getFileContent,
  listFiles,
  removeFile,
  sendFile,
} from "@hall/contracts/files";
import { refuse } from "../http/refusal.ts";
import { type Route, route } from "../http/route.ts";
import { create } from "./create.ts";
import { discard } from "./discard.ts";
import { fileJson } from "./file-row.ts";
import { look } from "./look.ts";
import { ownFile } from "./own-file.ts";
import { send } from "./send.ts";

export const fileRoutes: readonly Route[] = [
  route(createFile, create),
  route(sendFile, send),
  route(listFiles, async ({ hall, actor, query: { service } }) => {
    const rows = await hall.db.evidenceFile.findMany({
      where: { ownerId: actor.id, place: { not: null }, ...(service ? { service } : {}) },
      orderBy: { createdAt: "asc" },
    });
    return { items: rows.map((row) => fileJson(hall, row)) };
  }),
  route(getFile, async ({ hall, actor, params }) => {
    const file = await ownFile(hall, actor, params.id);
    return file ? fileJson(hall, file) : refuse("not-found");
  }),
  route(getFileContent, look),
  route(removeFile, async ({ hall, actor, params }) => {
    const file = await ownFile(hall, actor, params.id);
    if (!file) return refuse("not-found");
    const isGone = file.applicationNumber === null && (await discard(hall, file));
    if (!isGone) return refuse("conflict", "这个文件已随办件提交，不能删除。");
    return undefined;
  }),
];
